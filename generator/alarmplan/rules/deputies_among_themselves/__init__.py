from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    for index, level in enumerate(chain.levels):
        if len(level.roles) > 1 and level.id in evidence.facts.reached[chain.id] and _nobody_new(evidence, level):
            roles = [evidence.playbook.roles[role] for role in level.roles]
            related = tuple(evidence.at(role, "deputies", key=True) for role in roles if role.deputies)
            params = {"level": level.id, "roles": ", ".join(level.roles)}
            place = evidence.at(chain, "levels", index, "roles", key=True)
            yield Fault(place, params, related)


def _nobody_new(evidence: Evidence, level: Level) -> bool:
    """Whether there are deputies, and all of them have been alerted with the level; a role's own person is found
    elsewhere.
    """
    persons, roles = evidence.facts.persons, evidence.playbook.roles
    deputies = {(role, deputy) for role in level.roles for deputy in roles[role].deputies}
    alerted = frozenset(seat for role in level.roles for seat in persons[role])
    return (
        any(deputy not in persons[role] for role, deputy in deputies)
        and all(deputy in alerted for _, deputy in deputies)
        and len({persons[role] for role in level.roles}) > 1
        and not any(_takes_turns(roles[role]) for role in level.roles)
    )


def _takes_turns(role: Role) -> bool:
    """Whether others share the duty who are not on it now; a supplier arranges its own cover."""
    return role.external or (role.rota is not None and role.rota.people != 1)
