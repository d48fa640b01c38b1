"""Where the keys of a kind belong, and how far apart two places are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from alarmplan.model.place import Route
from alarmplan.schemas import Schema, deref, kind_schema


@cache
def homes_of(kind: str) -> Mapping[str, tuple[Route, ...]]:
    """For every key of a kind, the mappings that may hold it, without indices."""
    found: dict[str, list[Route]] = {}
    for home, key in _walk(kind_schema(kind), ()):
        found.setdefault(key, []).append(home)
    return {key: tuple(homes) for key, homes in found.items()}


def _walk(schema: Schema, route: Route) -> Iterator[tuple[Route, str]]:
    schema = deref(schema)
    if schema.get("x-text"):
        return
    for name, part in schema.get("properties", {}).items():
        yield route, name
        yield from _walk(part, (*route, name))
    if "items" in schema:
        yield from _walk(schema["items"], route)


def without_indices(route: Route) -> Route:
    return tuple(step for step in route if isinstance(step, str))


def shared_steps(one: Route, other: Route) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def related(one: Route, other: Route) -> bool:
    """Whether one mapping holds the other, or both are items of one list."""
    shared = shared_steps(one, other)
    return shared in (len(one), len(other)) or (len(one) == len(other) == shared + 1 and isinstance(one[-1], int))
