from __future__ import annotations

from collections.abc import Mapping

from alarmplan.model.playbook import Playbook


def persons(playbook: Playbook) -> Mapping[str, frozenset[str]]:
    """For every role all seats of the same person, its own included, in whichever of them that is said."""
    found = {id: {id} for id in playbook.roles}
    for role in playbook.roles.values():
        for other in role.same_person_as:
            if other in found and found[other] is not found[role.id]:
                fewer, more = sorted((found[other], found[role.id]), key=len)
                more |= fewer
                found.update(dict.fromkeys(fewer, more))
    shared = {id(seats): frozenset(seats) for seats in found.values()}  # one for all seats of a person
    return {role: shared[id(seats)] for role, seats in found.items()}


def stood_in_for(playbook: Playbook) -> Mapping[str, tuple[str, ...]]:
    """For every role that is a deputy those of which it is, in the order of their files."""
    found: dict[str, list[str]] = {}
    for role in playbook.roles.values():
        for deputy in role.deputies:
            if deputy != role.id:
                found.setdefault(deputy, []).append(role.id)
    return {deputy: tuple(dict.fromkeys(roles)) for deputy, roles in found.items()}
