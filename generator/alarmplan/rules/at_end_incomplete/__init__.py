from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import Fault, judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    end = chain.at_end
    if end is None:
        return
    said = {"repeat_every": end.repeat_every, "times": end.times, "then": end.then}
    if absent := [key for key, value in said.items() if value is None]:
        place = evidence.at(chain, "at_end", key=True)
        yield Fault(place, {"chain": chain.id, "keys": ", ".join(absent)})
