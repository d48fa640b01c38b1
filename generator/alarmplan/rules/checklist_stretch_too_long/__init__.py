from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.rules.check import Fault, judges

_MOST = 9


@judges(Checklist)
def check(evidence: Evidence, checklist: Checklist) -> Iterator[Fault]:
    """One finding per stretch between pauses, at the first item that is too many; parts without a pause run on."""
    for stretch in checklist.stretches():
        if len(stretch) > _MOST:
            route, item = stretch[_MOST]
            params: dict[str, str | int] = {"count": len(stretch), "item": item.id}
            yield Fault(evidence.at(checklist, *route, "id"), params)
