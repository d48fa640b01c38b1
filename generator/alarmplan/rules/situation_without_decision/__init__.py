from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import judges


@judges(Situation, reads=(Decisions,))
def check(evidence: Evidence, situation: Situation) -> Iterator[Finding]:
    """Silent where the policy lists no decisions at all."""
    if not situation.decisions and evidence.playbook.decisions:
        place = evidence.at(situation, "id")
        yield Finding("situation-without-decision", place, {"situation": situation.id})
