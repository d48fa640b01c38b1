from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation, reads=(SeverityMatrix,))
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """What the severity asks for afterwards holds here too, and may be enough."""
    levels = evidence.playbook.matrices[situation.severity_matrix].levels
    general = any(level.follow_up for level in levels if level.id == situation.severity)
    if not situation.follow_up and not general:
        params = {"situation": situation.id, "severity": situation.severity}
        yield Fault(evidence.at(situation, "id"), params)
