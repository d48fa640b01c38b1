from __future__ import annotations

from collections.abc import Mapping

from alarmplan.model.facts import Holder
from alarmplan.model.playbook import Playbook


def decision_holders(playbook: Playbook) -> Mapping[str, tuple[Holder, ...]]:
    """For every decision the roles that may take it, alone, with others or within limits, in the order of ids."""
    holders: dict[str, list[Holder]] = {decision: [] for decision in playbook.decisions}
    for role in playbook.roles.values():
        for decision in role.mandate.alone:
            holders.setdefault(decision, []).append(Holder(role.id))
        for joint in role.mandate.jointly:
            holders.setdefault(joint.decision, []).append(Holder(role.id, joint.with_))
        for limit in role.mandate.limited:
            limited = Holder(role.id, limit.with_, limit.severity_matrix, limit.severities)
            holders.setdefault(limit.decision, []).append(limited)
    return {decision: tuple(of_decision) for decision, of_decision in holders.items()}


def speakers(playbook: Playbook) -> Mapping[str, frozenset[str]]:
    """For every audience the roles that may speak to it."""
    found: dict[str, set[str]] = {}
    for role in playbook.roles.values():
        for audience in role.mandate.audiences:
            found.setdefault(audience, set()).add(role.id)
    return {audience: frozenset(roles) for audience, roles in found.items()}
