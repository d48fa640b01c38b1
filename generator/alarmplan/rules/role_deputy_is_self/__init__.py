from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.role import Role
from alarmplan.rules.check import Fault, judges


@judges(Role)
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    if role.id in role.deputies:
        place = evidence.at(role, "deputies", role.deputies.index(role.id))
        yield Fault(place, {"role": role.id})
