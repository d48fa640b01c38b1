from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    for number, case in enumerate(situation.cases):
        if case.outcome is None:
            yield Fault(evidence.at(situation, "cases", number, "id"), {"case": case.id})
