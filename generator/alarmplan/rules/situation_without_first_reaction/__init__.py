from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    if not situation.first_reaction:
        place = evidence.at(situation, "id")
        yield Fault(place, {"situation": situation.id})
