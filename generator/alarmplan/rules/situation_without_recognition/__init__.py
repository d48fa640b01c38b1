from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Finding]:
    """Triggers that lead to it say as well how one can tell."""
    if not situation.recognise and not situation.triggers:
        place = evidence.at(situation, "id")
        yield Finding("situation-without-recognition", place, {"situation": situation.id})
