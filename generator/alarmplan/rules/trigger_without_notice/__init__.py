from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import SoftTrigger, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import judges
from alarmplan.rules.uses_of_triggers import entries, leads_somewhere


@judges(Triggers, reads=(Chain, Situation, Triggers))
def check(evidence: Evidence, document: Triggers) -> Iterator[Finding]:
    for trigger, place in entries(evidence, document):
        if isinstance(trigger, SoftTrigger) and trigger.notice is None and leads_somewhere(evidence, trigger.id):
            yield Finding("trigger-without-notice", place, {"trigger": trigger.id})
