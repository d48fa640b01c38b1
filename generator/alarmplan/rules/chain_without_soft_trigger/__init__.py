from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import judges
from alarmplan.rules.uses_of_triggers import without_soft


@judges(Chain, reads=(Triggers,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    if without_soft(evidence, chain):
        yield Finding("chain-without-soft-trigger", evidence.at(chain, "id"), {"chain": chain.id})
