from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.rules.check import Fault, fault, judges


@judges(Checklist)
def check(evidence: Evidence, checklist: Checklist) -> Iterator[Fault]:
    """One finding per part. Where an item is read and then done, the order is that of the work."""
    if checklist.mode != "do-confirm":
        return
    for index, part in enumerate(checklist.parts):
        usual = next((number for number, item in enumerate(part.items) if not item.killer), len(part.items))
        late = [number for number, item in enumerate(part.items) if item.killer and number > usual]
        if late:
            places = [evidence.at(checklist, "parts", index, "items", number, "id") for number in late]
            params = {"items": ", ".join(part.items[number].id for number in late), "first": part.items[usual].id}
            yield fault(places, params)
