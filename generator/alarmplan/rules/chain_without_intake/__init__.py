from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    if not chain.intake:
        yield Finding("chain-without-intake", evidence.at(chain, "id"), {"chain": chain.id})
