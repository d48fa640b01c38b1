from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.rules.check import Fault, fault, judges


@judges(Checklist)
def check(evidence: Evidence, checklist: Checklist) -> Iterator[Fault]:
    """One finding per list; where no item has a doer, the list lacks one. Who confirms does not do it."""
    if checklist.doer:
        return
    absent = [
        (index, number, item.id)
        for index, part in enumerate(checklist.parts)
        for number, item in enumerate(part.items)
        if not item.doer and not part.doer
    ]
    if not absent:
        return
    places = [evidence.at(checklist, "parts", index, "items", number, "id") for index, number, _ in absent]
    if len(absent) == sum(1 for _ in checklist.items()):
        places = [evidence.at(checklist, "id")]
    params = {"items": ", ".join(id for _, _, id in absent)}
    yield fault(places, params)
