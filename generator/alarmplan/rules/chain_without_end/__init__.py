from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import Fault, judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    if chain.at_end is None:
        yield Fault(evidence.at(chain, "id"), {"chain": chain.id})
