from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.role import Role
from alarmplan.rules.check import judges


@judges(Role)
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    if role.id in role.deputies:
        place = evidence.at(role, "deputies", role.deputies.index(role.id))
        yield Finding("role-deputy-is-self", place, {"role": role.id})
