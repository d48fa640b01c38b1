from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """Triggers that lead to it say as well how one can tell."""
    if not situation.recognise and not situation.triggers:
        place = evidence.at(situation, "id")
        yield Fault(place, {"situation": situation.id})
