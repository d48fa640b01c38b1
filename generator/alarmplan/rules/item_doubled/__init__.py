from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.checklist import Checklist, ChecklistItem
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, judges


@judges(Checklist)
def check(evidence: Evidence, checklist: Checklist) -> Iterator[Fault]:
    """Behind a pause something may be asked once more, as may another role, or in wait for another answer."""
    for stretch in checklist.stretches():
        first: dict[tuple[str | None, ...], tuple[Route, ChecklistItem]] = {}
        found: set[str] = set()
        for route, item in stretch:
            doer = item.doer or checklist.parts[int(route[1])].doer or checklist.doer
            for language, text in item.text.each():
                answer = _same(item.answer.in_language(language)) if item.answer else None
                other_route, other = first.setdefault((language, _same(text), answer, doer), (route, item))
                if other is not item and item.id not in found:
                    found.add(item.id)
                    places = (evidence.at(checklist, *at, "id") for at in (route, other_route))
                    place, earlier = places
                    yield Fault(place, {"item": item.id, "other": other.id}, (earlier,))


def _same(text: str) -> str:
    return " ".join(text.split()).strip(" .!?…").casefold()
