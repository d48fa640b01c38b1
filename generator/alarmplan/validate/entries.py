"""Entries that stand in another list than their own, because the key above their own is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alarmplan.model.finding import Finding
from alarmplan.model.place import Place, Route
from alarmplan.schemas import Schema, deref, subschema

_SHOWN = 5  # further places of one finding

Strays = Mapping[tuple[Route, str], list[Route]]


def strays(kind: str, data: Mapping[str, Any], routes: Iterable[Route]) -> Strays:
    """Of the entries at `routes`, those that only another list would hold, by where that belongs."""
    found: dict[tuple[Route, str], list[Route]] = {}
    for route in routes:
        if len(route) > 1 and isinstance(route[-1], int) and (name := _list_of(kind, data, route)):
            found.setdefault((route[:-2], name), []).append(route)
    return found


def _list_of(kind: str, data: Any, route: Route) -> str:
    """The only list that is not there and whose entries may say all of this, and need no more."""
    for step in route[:-2]:
        data = data[step]
    entry = data[route[-2]][route[-1]]
    fitting = [
        name
        for name, part in subschema(kind, route[:-2]).get("properties", {}).items()
        if name not in data and _holds(deref(deref(part).get("items", {})), entry)
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _holds(shape: Schema, entry: Any) -> bool:
    """A shape that needs no key holds too much to tell."""
    needed = set(shape.get("required", ()))
    return isinstance(entry, dict) and bool(needed) and needed <= entry.keys() <= shape["properties"].keys()


def explain_strays(path: str, data: Mapping[str, Any], found: Strays) -> list[Finding]:
    """One finding per list: at the first key of its first entry, where the missing key belongs above."""
    findings = []
    for (_, name), (first, *others) in found.items():
        entry: Any = data
        for step in first:
            entry = entry[step]
        key = next(iter(entry))
        params = {"key": str(key), "home": ", ".join([*(str(s) for s in first[:-2] if isinstance(s, str)), name])}
        related = tuple(Place(path, route) for route in others[:_SHOWN])
        findings.append(Finding("key-misplaced", Place(path, (*first, key), at_key=True), params, related))
    return findings


def within(route: Route, found: Strays) -> bool:
    """Whether what stands at `route` is part of an entry in the wrong list."""
    return any(route[: len(entry)] == entry for entries in found.values() for entry in entries)
