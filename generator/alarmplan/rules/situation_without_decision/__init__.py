from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation, reads=(Decisions,))
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """Silent where the policy lists no decisions at all."""
    if not situation.decisions and evidence.playbook.decisions:
        place = evidence.at(situation, "id")
        yield Fault(place, {"situation": situation.id})
