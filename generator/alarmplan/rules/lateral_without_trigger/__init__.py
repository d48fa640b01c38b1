from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import Fault, judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """A purpose says it too."""
    for index, lateral in enumerate(chain.lateral):
        if not lateral.triggers and lateral.purpose is None:
            yield Fault(evidence.at(chain, "lateral", index, "to"), {"role": lateral.to})
