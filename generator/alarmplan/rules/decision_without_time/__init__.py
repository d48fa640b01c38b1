from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    for number, due in enumerate(situation.decisions):
        if due.within is None:
            place = evidence.at(situation, "decisions", number, "decision")
            yield Fault(place, {"decision": due.decision})
