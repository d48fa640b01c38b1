from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """Deadlines and checklists say how it goes on, too; without a first reaction all of it is missing."""
    further = situation.phases or situation.deadlines or situation.checklists
    if situation.first_reaction and not further:
        yield Fault(evidence.at(situation, "id"), {"situation": situation.id})
