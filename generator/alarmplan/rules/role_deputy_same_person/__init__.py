from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.role import Role
from alarmplan.rules.check import Fault, judges


@judges(Role, reads=(Role,))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    same = evidence.facts.persons[role.id] - {role.id}
    for index, deputy in enumerate(role.deputies):
        if deputy in same:
            params = {"role": role.id, "deputy": deputy}
            said = evidence.playbook.roles[deputy] if deputy not in role.same_person_as else role
            related = (evidence.at(said, "same_person_as", key=True),) if said.same_person_as else ()
            place = evidence.at(role, "deputies", index)
            yield Fault(place, params, related)
