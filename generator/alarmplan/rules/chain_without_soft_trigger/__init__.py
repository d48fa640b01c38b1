from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import SoftTrigger, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import judges


@judges(Chain, reads=(Triggers,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """A chain of a single level has nowhere to escalate to."""
    if len(chain.levels) < 2 and not chain.lateral:
        return
    triggers = {trigger for level in chain.levels for trigger in (*level.triggers, *level.jump_on)}
    triggers.update(trigger for lateral in chain.lateral for trigger in lateral.triggers)
    if not any(isinstance(evidence.playbook.triggers[trigger], SoftTrigger) for trigger in triggers):
        yield Finding("chain-without-soft-trigger", evidence.at(chain, "id"), {"chain": chain.id})
