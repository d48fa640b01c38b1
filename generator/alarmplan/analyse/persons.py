from __future__ import annotations

from collections.abc import Mapping

from alarmplan.model.playbook import Playbook


def persons(playbook: Playbook) -> Mapping[str, frozenset[str]]:
    """For every role all seats of the same person, its own included, in whichever of them that is said."""
    found = {id: {id} for id in playbook.roles}
    for role in playbook.roles.values():
        for other in role.same_person_as:
            if other in found and found[other] is not found[role.id]:
                found[role.id] |= found[other]
                for seat in found[role.id]:
                    found[seat] = found[role.id]
    return {id: frozenset(seats) for id, seats in found.items()}
