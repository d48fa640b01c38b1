from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import called, told_of


@judges(Role, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """A seat of somebody who holds another is reached like that one."""
    if role.reachable:
        return
    if alerts := called(evidence, role):
        related, others = told_of(evidence, role, alerts)
        yield Fault(evidence.at(role, "id"), {"role": role.id, "stands_in": others}, related)
