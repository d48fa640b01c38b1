"""Every value of a playbook, with what its schema says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from alarmplan.model.playbook import Playbook
from alarmplan.model.source import LoadedDocument
from alarmplan.schemas import Schema, deref, kind_schema

Route = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """A value below the root of a document. `pattern` is its route, with `*` for what authors choose."""

    document: LoadedDocument
    route: Route
    value: Any
    schema: Schema
    pattern: str

    @property
    def kind(self) -> str:
        return str(self.document.data["kind"])

    @property
    def parent(self) -> Any:
        return at(self.document.data, self.route[:-1])


@dataclass(frozen=True)
class Whole:
    """A playbook and its ids: by kind, and by the document within which they are unique."""

    documents: tuple[LoadedDocument, ...]
    ids: Mapping[tuple[str, str], list[str]] = field(default_factory=dict)


def whole(documents: tuple[LoadedDocument, ...], playbook: Playbook) -> Whole:
    ids: dict[tuple[str, str], list[str]] = {}
    for key in playbook.declared:
        ids.setdefault((key.kind, key.scope), []).append(key.id)
    return Whole(documents, ids)


def spots(document: LoadedDocument) -> Iterator[Spot]:
    """All but the kind, which decides what the rest is."""
    kind = str(document.data["kind"])
    for key, value in document.data.items():
        if key != "kind":
            yield from _below(document, (key,), value, _part(deref(kind_schema(kind)), key), key)


def _below(document: LoadedDocument, route: Route, value: Any, schema: Schema, pattern: str) -> Iterator[Spot]:
    yield Spot(document, route, value, schema, pattern)
    parts: Iterator[tuple[str | int, Any]] = iter(())
    if isinstance(value, dict):
        parts = iter(value.items())
    elif isinstance(value, list):
        parts = iter(enumerate(value))
    for step, part in parts:
        named = isinstance(step, str) and (step in schema.get("properties", {}) or step in ("de", "en"))
        yield from _below(
            document, (*route, step), part, _part(schema, step), f"{pattern}.{step if named else '*'}"
        )


def _part(schema: Schema, step: str | int) -> Schema:
    if isinstance(step, int):
        return deref(schema.get("items") or {})
    properties = schema.get("properties", {})
    return deref(properties[step] if step in properties else schema.get("additionalProperties") or {})


def at(value: Any, route: Route) -> Any:
    for step in route:
        value = value[step]
    return value
