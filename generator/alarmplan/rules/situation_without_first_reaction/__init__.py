from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Finding]:
    if not situation.first_reaction:
        place = evidence.at(situation, "id")
        yield Finding("situation-without-first-reaction", place, {"situation": situation.id})
