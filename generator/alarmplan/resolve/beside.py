"""Which kinds of things may be named close to a reference: a word may have been meant for another key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from alarmplan.model.place import Route
from alarmplan.model.playbook import Reference
from alarmplan.schemas import Schema, deref, kinds_of_ids, subschema


def kinds_beside(reference: Reference) -> frozenset[str]:
    """The kinds that the entry around the reference names under any of its keys; a link in a text may name all."""
    place = reference.place
    if place.words:
        return kinds_of_ids()
    end = max(at for at, step in enumerate(place.route) if isinstance(step, str))
    own = _named_at(reference.source.kind, _indexless(place.route[:end]))
    return own | _named_at(reference.source.kind, _indexless(place.route[: end - 1])) if place.at_key else own


def _indexless(route: Route) -> Route:
    return tuple(0 if isinstance(step, int) else step for step in route)


@lru_cache(maxsize=1000)  # keys that authors make up must not pile up
def _named_at(kind: str, route: Route) -> frozenset[str]:
    schema = subschema(kind, route)
    parts = (*schema.get("properties", {}).values(), *_inner(schema))
    return frozenset(name for part in parts for name in _named(deref(part)))


def _named(schema: Schema) -> Iterator[str]:
    """By the value itself, by its items, or by its keys, but not by the keys of an entry further in."""
    if "x-refers-to" in schema:
        yield schema["x-refers-to"]
    for part in _inner(schema):
        yield from _named(deref(part))


def _inner(schema: Schema) -> Iterator[Schema]:
    for keyword in ("items", "propertyNames", "additionalProperties"):
        if isinstance(part := schema.get(keyword), dict):
            yield part
