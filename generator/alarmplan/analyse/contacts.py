from __future__ import annotations

from alarmplan.model.playbook import Playbook


def contacted(playbook: Playbook) -> frozenset[str]:
    """The channels for which at least one role has a contact; the others are places to go to, or nobody's."""
    return frozenset(way.via for role in playbook.roles.values() for way in role.reachable)
