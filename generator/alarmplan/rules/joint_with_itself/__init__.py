from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.role import Role
from alarmplan.rules.check import Fault, judges


@judges(Role, reads=(Role,))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    own = evidence.facts.persons[role.id]
    for route, decision, partners in role.mandate.entries():
        for position, partner in enumerate(partners):
            if partner in own:
                params = {"role": role.id, "partner": partner, "decision": decision}
                yield Fault(evidence.at(role, "mandate", *route, "with", position), params)
