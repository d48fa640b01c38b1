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
    "integer": "integer",
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
            case "dependentRequired":
                missing.extend(
                    (route, key)
                    for given, keys in error.validator_value.items()
                    if given in error.instance
                    for key in keys
                    if key not in error.instance
                )
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
    if "propertyNames" in error.absolute_schema_path:  # the guilty text is a key
        place = Place(path, (*route, str(error.instance)), at_key=True)
    elif error.validator == "uniqueItems":
        place = Place(path, (*route, _second(error.instance)))
    else:
        place = Place(path, route)
    rule, params = _KEYWORDS.get(error.validator, _form)(error.instance, error.validator_value)
    return Finding(rule, place, params)


Explained = tuple[str, Mapping[str, str | int]]


def _type(value: Any, wanted: Any) -> Explained:
    names = [wanted] if isinstance(wanted, str) else wanted
    return "value-type", {
        "wanted": ", ".join(_TYPE_NAMES[name] for name in names),
        "found": _type_of(value),
    }


def _choice(value: Any, allowed: Any) -> Explained:
    words = [str(word) for word in allowed]
    return "value-not-allowed", {
        "value": _token(value),
        "allowed": ", ".join(words),
        "suggestion": suggest(_token(value), words) or "",
    }


def _range(value: Any, limit: Any) -> Explained:
    return "value-out-of-range", {"value": _token(value), "limit": limit}


def _form(value: Any, _: Any) -> Explained:
    return "value-form", {"value": _token(value)}


_KEYWORDS: Mapping[str, Callable[[Any, Any], Explained]] = {
    "const": lambda value, allowed: _choice(value, [allowed]),
    "enum": _choice,
    "maxLength": lambda value, limit: ("value-too-long", {"limit": limit, "length": len(value)}),
    "maximum": _range,
    "minItems": lambda *_: ("value-empty", {}),
    "minLength": lambda *_: ("value-empty", {}),
    "minProperties": lambda *_: ("value-empty", {}),
    "minimum": _range,
    "type": _type,
    "uniqueItems": lambda *_: ("value-repeated", {}),
}


def _second(items: list[Any]) -> int:
    """The index of the first item that was there before."""
    return next(index for index, item in enumerate(items) if item in items[:index])


def _token(value: object) -> str:
    """What was written, short; of a list or mapping only its brackets."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)[:60]


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
