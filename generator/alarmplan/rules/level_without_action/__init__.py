from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import alerted
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """A checklist says it too."""
    for one in alerted(evidence, chain):
        if not one.level.actions and one.level.checklist is None:
            place = evidence.at(chain, "levels", one.index, "id")
            yield Fault(place, {"level": one.level.id})
