from __future__ import annotations

from collections.abc import Mapping

from alarmplan.model.facts import Holder
from alarmplan.model.playbook import Playbook


def decision_holders(playbook: Playbook) -> Mapping[str, tuple[Holder, ...]]:
    """For every decision the roles that may take it, alone or jointly, in the order of their ids."""
    holders: dict[str, list[Holder]] = {decision: [] for decision in playbook.decisions}
    for role in playbook.roles.values():
        for decision in role.mandate.alone:
            holders.setdefault(decision, []).append(Holder(role.id, ()))
        for joint in role.mandate.jointly:
            holders.setdefault(joint.decision, []).append(Holder(role.id, joint.with_))
    return {decision: tuple(of_decision) for decision, of_decision in holders.items()}
