from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """Each event against the one before: one that stands in the wrong place is one mistake."""
    for number, case in enumerate(situation.cases):
        for index, (earlier, event) in enumerate(pairwise(case.timeline)):
            if (earlier.at.longer_by(event.at) or 0) > 0:
                before, place = (
                    evidence.at(situation, "cases", number, "timeline", at, "at") for at in (index, index + 1)
                )
                params = {"case": case.id, "at": event.at.raw, "before": earlier.at.raw}
                yield Fault(place, params, (before,))
