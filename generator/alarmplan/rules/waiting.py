"""Which rules say nothing yet, since what they would find may follow from what is missing or broken."""

from __future__ import annotations

from alarmplan.model.kinds import KINDS
from alarmplan.model.playbook import Playbook
from alarmplan.rules import RULES
from alarmplan.rules.check import Check


def waiting(playbook: Playbook | None) -> frozenset[str]:
    """Without an organisation there is no playbook, and all that judge one wait."""
    if playbook is not None and not playbook.incomplete:
        return frozenset()
    return frozenset(rule.id for rule in RULES.values() if rule.check and _waits(rule.check, playbook))


def _waits(check: Check, playbook: Playbook | None) -> bool:
    """Also where every document that it would judge has dropped out."""
    if playbook is None or check.reads & playbook.incomplete:
        return True
    about = {KINDS[kind] for kind in playbook.incomplete}
    return check.about in about and not playbook.of(check.about)
