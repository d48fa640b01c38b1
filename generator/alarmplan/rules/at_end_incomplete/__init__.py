from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    end = chain.at_end
    if end is None:
        return
    said = {"repeat_every": end.repeat_every, "times": end.times, "then": end.then}
    if absent := [key for key, value in said.items() if value is None]:
        place = evidence.at(chain, "at_end", key=True)
        yield Finding("at-end-incomplete", place, {"chain": chain.id, "keys": ", ".join(absent)})
