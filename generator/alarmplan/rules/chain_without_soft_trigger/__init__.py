from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.uses_of_triggers import without_soft


@judges(Chain, reads=(Triggers,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    if without_soft(evidence, chain):
        yield Fault(evidence.at(chain, "id"), {"chain": chain.id})
