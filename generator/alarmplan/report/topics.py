"""What somebody wanted explained who asked in words of his own: `Vertrag`, `Stufe`, `Feiertage`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from alarmplan.corrections import other_word
from alarmplan.model.kinds import KINDS
from alarmplan.schemas import Schema, deref, homes, kind_schema, kinds_by_title, texts_in, title
from alarmplan.suggest import suggest

_LONG_ENOUGH = 4  # letters that a title has to share


def meant_topic(written: str, known: Collection[str]) -> str:
    """Of `known`, the ids of all that can be explained, the one that was meant; empty where none is near."""
    word = written.strip().casefold().replace("_", " ").replace("-", " ")
    titles, properties = _titles(), _properties()
    if title := word if word in titles else suggest(word, titles):
        return titles[title]
    if meant := other_word(written, tuple(KINDS)) or properties.get(word) or suggest(written, known):
        return meant
    if near := suggest(word, properties):
        return properties[near]
    parts = {kind for name, kind in titles.items() if len(word) >= _LONG_ENOUGH and word in name}
    return parts.pop() if len(parts) == 1 else ""


@cache
def _titles() -> Mapping[str, str]:
    """What kinds and their entries are called in every language; an entry leads to its kind."""
    kinds = {name: homes().get(kind, kind) for name, kind in kinds_by_title().items()}
    return {name: kind for name, kind in kinds.items() if kind in KINDS}


@cache
def _properties() -> Mapping[str, str]:
    """What properties are called that only one kind has."""
    found: dict[str, set[str]] = {}
    for kind in KINDS:
        for word in _inside(kind_schema(kind)):
            found.setdefault(word, set()).add(kind)
    return {word: kinds.pop() for word, kinds in found.items() if len(kinds) == 1}


def _inside(schema: Schema) -> Iterator[str]:
    """Of all properties, however deep."""
    whole = deref(schema)
    for name, part in whole.get("properties", {}).items():
        yield from _words(name, deref(part))
        yield from _inside(part)
    for key in ("items", "additionalProperties"):
        if isinstance(part := whole.get(key), Mapping):
            yield from _inside(part)


def _words(name: str, schema: Schema) -> set[str]:
    titles = {title(schema, language).casefold() for language in texts_in()}
    return {name.replace("_", " ").replace("-", " "), *titles} - {""}
