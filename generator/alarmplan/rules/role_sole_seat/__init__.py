from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import places, sole


@judges(Role, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    if alerts := sole(evidence, role):
        params = {"role": role.id}
        yield Fault(evidence.at(role, "rota", "people"), params, places(evidence, alerts))
