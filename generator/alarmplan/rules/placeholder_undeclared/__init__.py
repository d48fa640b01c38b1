from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.finding import Finding
from alarmplan.model.kinds.communication import Template
from alarmplan.model.message import placeholders
from alarmplan.model.place import Place, Route
from alarmplan.model.playbook import Playbook
from alarmplan.model.text import Text
from alarmplan.suggest import suggest


def check(playbook: Playbook, template: Template) -> Iterator[Finding]:
    declared = [field.id for field in template.fields]
    for key, text in (("subject", template.subject), ("body", template.body)):
        for route, written in _written(text, key):
            for name in dict.fromkeys(placeholders(written)):
                if name not in declared:
                    place = Place(playbook.path(template), route)
                    params = {"field": name, "suggestion": suggest(name, declared) or ""}
                    yield Finding("placeholder-undeclared", place, params)


def _written(text: Text | None, key: str) -> Iterator[tuple[Route, str]]:
    if text is None:
        return
    if text.everywhere is not None:
        yield (key,), text.everywhere
    for language, written in text.by_language:
        yield (key, language), written
