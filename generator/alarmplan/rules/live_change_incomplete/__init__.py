from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges

_PARTS = ("risk", "fallback", "verification", "coordination")


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    missing = [part for part in _PARTS if situation.live_change and getattr(situation.live_change, part) is None]
    if missing:
        place = evidence.at(situation, "live_change", key=True)
        yield Fault(place, {"missing": ", ".join(missing)})
