from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import places, sole, unbacked


@judges(Role, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """Several people who take turns stand in for each other."""
    if role.rota and role.rota.people != 1:
        return
    alerts = unbacked(evidence, role)
    if alerts and not sole(evidence, role):  # which weighs more, and is mended likewise
        params = {"role": role.id}
        yield Fault(evidence.at(role, "id"), params, places(evidence, alerts))
