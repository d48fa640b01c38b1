"""One finding per mistake, at the guilty key or value, for a document the fast engine refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry, Resource

from alarmplan.model.finding import Finding
from alarmplan.model.place import Place, Route
from alarmplan.schemas import deref, kind_schema, schemas
from alarmplan.suggest import suggest

_TYPE_NAMES = {
    "string": "text",
    "object": "mapping",
    "array": "list",
    "integer": "number",
    "boolean": "truth",
}


def _pattern(_: Validator, pattern: str, instance: object, __: object) -> Iterator[ValidationError]:
    """Patterns by the regular expressions of the fast engine, so that the two never disagree."""
    if isinstance(instance, str) and not _matcher(pattern).is_valid(instance):
        yield ValidationError(pattern)


@cache
def _matcher(pattern: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"pattern": pattern})


_Validator: Callable[..., Validator] = extend(  # type: ignore[no-untyped-call] # it has no annotations
    Draft202012Validator, {"pattern": _pattern}
)


@cache
def _validator(kind: str) -> Validator:
    resources = [(name, Resource.from_contents(dict(schema))) for name, schema in schemas().items()]
    registry: Registry[Any] = Registry().with_resources(resources)
    return _Validator(dict(kind_schema(kind)), registry=registry, format_checker=FormatChecker())


def explain(path: str, kind: str, data: Mapping[str, Any]) -> list[Finding]:
    """The findings of a document that is known to be invalid; never an empty list."""
    findings: list[Finding] = []
    missing: list[tuple[Route, str]] = []
    unknown: list[tuple[Route, str, tuple[str, ...]]] = []
    errors: Iterable[Any] = _validator(kind).iter_errors(data)  # its attributes may be unset, as typed
    for error in errors:
        route = tuple(error.absolute_path)
        match error.validator:
            case "required":
                missing.extend((route, key) for key in error.validator_value if key not in error.instance)
            case "unevaluatedProperties" | "additionalProperties":
                known = tuple(deref(error.schema).get("properties", {}))
                unknown.extend((route, key, known) for key in error.instance if key not in known)
            case _:
                findings.append(_finding(path, route, error))
    return [*_keys(path, dict.fromkeys(missing), dict.fromkeys(unknown)), *_once(findings)] or [
        Finding("schema-invalid", Place(path), {"kind": kind})
    ]


def _keys(
    path: str, missing: dict[tuple[Route, str], None], unknown: dict[tuple[Route, str, tuple[str, ...]], None]
) -> Iterator[Finding]:
    """A missing key beside an unknown one of nearly its name is one mistake: a misspelling."""
    left = dict(missing)
    for route, key, known in unknown:
        absent = [name for at, name in left if at == route]
        suggestion = suggest(key, absent) or suggest(key, known)
        left.pop((route, suggestion or ""), None)
        params = {"key": key, "suggestion": suggestion or "", "known": ", ".join(known)}
        yield Finding("key-unknown", Place(path, (*route, key), at_key=True), params)
    for route, key in left:
        yield Finding("key-missing", Place(path, route, at_key=True), {"key": key})


def _once(findings: list[Finding]) -> Iterator[Finding]:
    """Two constraints broken by one value are one mistake; the first names it."""
    seen: set[Place] = set()
    for finding in findings:
        if finding.place not in seen:
            seen.add(finding.place)
            yield finding


def _finding(path: str, route: Route, error: Any) -> Finding:
    value = error.instance
    place = Place(path, route)
    token = {"value": str(value)[:60]} if isinstance(value, str | int | float) else {}
    wanted = error.validator_value
    match error.validator:
        case "type":
            types = [wanted] if isinstance(wanted, str) else list(wanted)
            names = ", ".join(_TYPE_NAMES.get(name, name) for name in types)
            return Finding("value-type", place, {"wanted": names, "found": _type_of(value)})
        case "enum" | "const":
            allowed = [str(word) for word in (wanted if error.validator == "enum" else [wanted])]
            suggestion = suggest(str(value), allowed) or ""
            return Finding(
                "value-not-allowed", place, {**token, "allowed": ", ".join(allowed), "suggestion": suggestion}
            )
        case "minLength" | "minItems" | "minProperties":
            return Finding("value-empty", place)
        case "maxLength":
            return Finding("value-too-long", place, {"limit": wanted, "length": len(value)})
        case "minimum" | "maximum":
            return Finding("value-out-of-range", place, {**token, "limit": wanted})
        case "uniqueItems":
            return Finding("value-repeated", _second(place, value))
        case _ if "propertyNames" in error.absolute_schema_path:
            return Finding(
                "value-form", Place(path, (*route, str(value)), at_key=True), {**token, "form": _form(error)}
            )
        case _:
            return Finding("value-form", place, {**token, "form": _form(error)})


def _second(place: Place, items: list[Any]) -> Place:
    for index, item in enumerate(items):
        if item in items[:index]:
            return Place(place.path, (*place.route, index))
    return place


def _form(error: Any) -> str:
    """An example of what is wanted, from the schema."""
    schema = error.schema
    return str(next(iter(schema.get("examples", [])), schema.get("title", "")))


def _type_of(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else "mapping"
