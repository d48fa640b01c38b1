from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import SoftTrigger, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.uses_of_triggers import entries, leads_somewhere, without_soft


@judges(Triggers, reads=(Chain, Situation, Triggers))
def check(evidence: Evidence, document: Triggers) -> Iterator[Fault]:
    """That a chain has no soft trigger is one mistake, and those that it ought to name are no others."""
    unused = [
        (trigger, place)
        for trigger, place in entries(evidence, document)
        if not leads_somewhere(evidence, trigger.id)
    ]
    wanting = bool(unused) and any(without_soft(evidence, chain) for chain in evidence.playbook.of(Chain).values())
    for trigger, place in unused:
        if not (wanting and isinstance(trigger, SoftTrigger)):
            yield Fault(place, {"trigger": trigger.id})
