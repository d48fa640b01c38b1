from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.rules.check import Fault, fault, judges


@judges(Checklist)
def check(evidence: Evidence, checklist: Checklist) -> Iterator[Fault]:
    """One finding per list."""
    absent = [(route, item) for stretch in checklist.stretches() for route, item in stretch if not item.answer]
    if absent:
        places = [evidence.at(checklist, *route, "id") for route, _ in absent]
        yield fault(places, {"items": ", ".join(item.id for _, item in absent)})
