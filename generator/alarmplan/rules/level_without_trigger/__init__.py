from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import alerted
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """A level of the entry is alerted in any case."""
    entry = {level for levels in chain.entry.values() for level in levels}
    for one in alerted(evidence, chain):
        if one.level.id not in entry and not one.level.triggers and not one.level.jump_on:
            place = evidence.at(chain, "levels", one.index, "id")
            yield Fault(place, {"level": one.level.id})
