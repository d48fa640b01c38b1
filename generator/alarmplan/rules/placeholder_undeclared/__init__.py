from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.communication import Template
from alarmplan.model.message import is_placeholder, placeholders
from alarmplan.model.place import Place, Route
from alarmplan.model.text import Text
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.suggest import suggest


@judges(Template)
def check(evidence: Evidence, template: Template) -> Iterator[Fault]:
    """One finding for each name, in however many languages it stands: a renamed field is one mistake."""
    declared = [field.id for field in template.fields]
    places = _places(template, evidence.playbook.path(template))
    unused = [name for name in declared if name not in places]
    for name, of_name in places.items():
        meant = _meant(name, unused, declared)
        if name not in declared and (is_placeholder(name) or meant):  # else braces that are part of the text
            params = {"field": name, "suggestion": meant}
            yield fault(of_name, params)


def _meant(name: str, unused: Sequence[str], declared: Sequence[str]) -> str:
    """The nearest field, one that stands nowhere yet before others."""
    word = name.strip()
    return suggest(word, unused) or suggest(word, declared) or ""


def _places(template: Template, path: str) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for route, text in template.messages():
        for at, written in _written(text, route):
            for name in dict.fromkeys(placeholders(written)):
                places.setdefault(name, []).append(Place(path, at, words=f"{{{name}}}"))
    return places


def _written(text: Text, route: Route) -> Iterator[tuple[Route, str]]:
    if text.everywhere is not None:
        yield route, text.everywhere
    for language, written in text.by_language:
        yield (*route, language), written
