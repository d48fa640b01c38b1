from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import SoftTrigger, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.uses_of_triggers import entries, leads_somewhere


@judges(Triggers, reads=(Chain, Situation, Triggers))
def check(evidence: Evidence, document: Triggers) -> Iterator[Fault]:
    for trigger, place in entries(evidence, document):
        if isinstance(trigger, SoftTrigger) and trigger.notice is None and leads_somewhere(evidence, trigger.id):
            yield Fault(place, {"trigger": trigger.id})
