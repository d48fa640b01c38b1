"""Keys that are missing, misspelt, in the wrong place, or no keys at all: one finding per slip of the pen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from alarmplan.model.finding import Finding
from alarmplan.model.place import Place, Route
from alarmplan.schemas import Schema, deref, subschema, texts_in
from alarmplan.validate.engine import fits
from alarmplan.validate.homes import homes_of, related, shared_steps, without_indices
from alarmplan.validate.spelling import glued_key, meant_key, near_language
from alarmplan.validate.values import LONGEST, example_lines

_SHOWN = 40  # keys that a hint names


@dataclass(frozen=True, slots=True)
class Missing:
    """The mapping at `route` has no `key`, which it needs, perhaps only because it has another."""

    route: Route
    key: str
    given: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Unknown:
    """The mapping at `route` has a `key` that its schema does not know."""

    route: Route
    key: str


def explain_keys(
    path: str,
    kind: str,
    data: Mapping[str, Any],
    missing: Mapping[Missing, None],
    unknown: Mapping[Unknown, None],
    bare: frozenset[Route],
) -> tuple[list[Finding], set[Route]]:
    """The findings, and the routes whose values are explained by them."""
    keys = _Keys(path, kind, data, dict(missing), bare)
    findings = [finding for one in unknown if (finding := keys.explain(one)) is not None]
    for absent in keys.missing:
        place = Place(path, absent.route, at_key=True)
        params = {"key": absent.key, "given": absent.given, "described": kind}
        schema = deref(subschema(kind, absent.route)["properties"][absent.key])
        params |= example_lines("line", absent.key, schema, data)
        findings.append(Finding("key-missing", place, params))
    return keys.with_related(findings), keys.settled


class _Keys:
    """What is missing is used up by the unknown keys that stand for it."""

    def __init__(
        self, path: str, kind: str, data: Mapping[str, Any], missing: dict[Missing, None], bare: frozenset[Route]
    ) -> None:
        self.path = path
        self.kind = kind
        self.data = data
        self.missing = missing
        self.bare = bare
        self.settled: set[Route] = set()
        self.together: dict[tuple[str, Route], list[Place]] = {}

    def explain(self, unknown: Unknown) -> Finding | None:
        """None for a key that belongs to a mistake already found."""
        schema, mapping = subschema(self.kind, unknown.route), _at(self.data, unknown.route)
        known = schema.get("properties", {})
        place = Place(self.path, (*unknown.route, unknown.key), at_key=True)
        shown = unknown.key[:LONGEST]
        if mapping[unknown.key] is None and (glued := glued_key(unknown.key, known)):
            self.missing.pop(Missing(unknown.route, glued), None)
            params = {"key": shown, "suggestion": f"{glued}: …", "known": _listed(known)}
            return Finding("key-unknown", place, params)
        if mapping[unknown.key] is None and (schema.get("x-text") or " " in unknown.key):
            return self.cut_off(unknown, mapping, place)
        if schema.get("x-text"):
            near = near_language(unknown.key, known.keys() - mapping.keys())
            return Finding("language-unknown", place, {"key": shown, "suggestion": near, "known": _listed(known)})
        if suggestion := self.misspelt(unknown, known, mapping):
            self.missing.pop(Missing(unknown.route, suggestion), None)
            return Finding("key-unknown", place, {"key": shown, "suggestion": suggestion, "known": _listed(known)})
        if (*unknown.route, unknown.key) in self.bare and self.continues(unknown, mapping):
            return self.cut_off(unknown, mapping, place)
        home = self.home(unknown, mapping)
        if home is None:
            return Finding("key-unknown", place, {"key": shown, "suggestion": "", "known": _listed(known)})
        return self.misplaced(unknown, home, place)

    def continues(self, unknown: Unknown, mapping: Mapping[str, Any]) -> bool:
        """Whether it may be the end of a text that stands before it."""
        keys = list(mapping)
        before = (mapping[key] for key in reversed(keys[: keys.index(unknown.key)]))
        return isinstance(next((value for value in before if value is not None), None), str | int | float)

    def cut_off(self, unknown: Unknown, mapping: Mapping[str, Any], place: Place) -> Finding | None:
        params = {"value": unknown.key[:LONGEST], "suggestion": self.quoted(unknown, mapping)}
        return self.first("comma-unquoted", unknown.route, place, params)

    def quoted(self, unknown: Unknown, mapping: Mapping[str, Any]) -> str:
        """The whole of a text that ended at a comma; what stands before the comma is no value of its own."""
        keys = list(mapping)
        at = keys.index(unknown.key)
        start = next((n for n in range(at - 1, -1, -1) if mapping[keys[n]] is not None), None)
        if start is None or isinstance(mapping[keys[start]], list | dict):
            return ""
        self.settled.add((*unknown.route, keys[start]))
        whole = str(mapping[keys[start]])
        for key in takewhile(lambda key: mapping[key] is None, keys[start + 1 :]):
            decimal = whole[-1:].isdigit() and key[:1].isdigit()
            whole += f",{key}" if decimal else f", {key}"
        return f'"{whole}"' if len(whole) <= LONGEST and '"' not in whole else ""

    def misspelt(self, unknown: Unknown, known: Mapping[str, Schema], mapping: Mapping[str, Any]) -> str:
        """The key that was meant: of a similar name, or called so in another language, or else the missing one."""
        key = unknown.key[: LONGEST + 1]
        absent = {one.key: known[one.key] for one in self.missing if one.route == unknown.route}
        free = {name: part for name, part in known.items() if name not in mapping}
        if Missing(unknown.route, unknown.key) not in self.missing and self.missing_elsewhere(unknown):
            return ""
        for names in (absent, free, known):
            if found := meant_key(key, names):
                return found
        return self.renamed(unknown, absent, known, mapping) if absent else ""

    def renamed(
        self,
        unknown: Unknown,
        absent: Mapping[str, Schema],
        known: Mapping[str, Schema],
        mapping: Mapping[str, Any],
    ) -> str:
        """The only key that is missing, where the only unknown one has a value that would do for it."""
        if len(absent) != 1 or len(mapping.keys() - known.keys()) != 1 or self.home(unknown, mapping) is not None:
            return ""
        (name,) = absent
        return name if fits(self.kind, unknown.route, name, mapping[unknown.key]) else ""

    def missing_elsewhere(self, unknown: Unknown) -> Missing | None:
        """An entry without this very key, which stands beside or around it: it slipped out of the entry."""
        near = [
            one
            for one in self.missing
            if one.key == unknown.key and one.route != unknown.route and related(one.route, unknown.route)
        ]
        return max(near, key=lambda one: shared_steps(one.route, unknown.route), default=None)

    def home(self, unknown: Unknown, mapping: Mapping[str, Any]) -> Route | None:
        """The mapping to which the key belongs: indices are left out, () is the top of the file."""
        if one := self.missing_elsewhere(unknown):
            return without_indices(one.route)
        homes = homes_of(self.kind).get(unknown.key, ())
        if not homes and unknown.key in texts_in():
            return self.text_before(unknown, mapping)
        own = without_indices(unknown.route)
        fitting = [home for home in homes if self.near(home, own) and not self.given(home, unknown)]
        empty = [home for home in fitting if len(home) == len(own) + 1 and mapping.get(str(home[-1]), "") is None]
        return next(iter([*empty, *sorted(fitting, key=lambda home: (abs(len(home) - len(own)), home))]), None)

    @staticmethod
    def near(home: Route, own: Route) -> bool:
        """Whether one holds the other."""
        return home != own and (home[: len(own)] == own or own[: len(home)] == home)

    def given(self, home: Route, unknown: Unknown) -> bool:
        """Whether a mapping around has the key already: then another was meant here."""
        around = [
            unknown.route[:end]
            for end in range(len(unknown.route))
            if without_indices(unknown.route[:end]) == home
        ]
        return any(isinstance(found := _at(self.data, one), dict) and unknown.key in found for one in around)

    def text_before(self, unknown: Unknown, mapping: Mapping[str, Any]) -> Route | None:
        """A language beside the text it should stand within."""
        schema = subschema(self.kind, unknown.route)
        keys = list(mapping)
        for key in reversed(keys[: keys.index(unknown.key)]):
            if deref(schema.get("properties", {}).get(key, {})).get("x-text"):
                return (*without_indices(unknown.route), key)
        return None

    def misplaced(self, unknown: Unknown, home: Route, place: Place) -> Finding | None:
        if one := self.missing_elsewhere(unknown):
            self.missing.pop(one)
        own = without_indices(unknown.route)
        if len(home) == len(own) + 1 and home[: len(own)] == own:
            self.settled.add((*unknown.route, home[-1]))  # empty, because what belongs within stands beside
        params = {"key": unknown.key[:LONGEST], "home": ", ".join(map(str, home))}
        return self.first("key-misplaced", (*unknown.route, *home), place, params)

    def first(self, rule: str, group: Route, place: Place, params: Mapping[str, str]) -> Finding | None:
        """The first of several keys that one slip made wrong; the others are shown beside it."""
        places = self.together.setdefault((rule, group), [])
        places.append(place)
        return Finding(rule, place, params) if len(places) == 1 else None

    def with_related(self, findings: list[Finding]) -> list[Finding]:
        others = {places[0]: tuple(places[1:6]) for places in self.together.values()}
        return [
            Finding(one.rule, one.place, one.params, others[one.place]) if one.place in others else one
            for one in findings
        ]


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _listed(known: Mapping[str, Schema]) -> str:
    return ", ".join(list(known)[:_SHOWN])
