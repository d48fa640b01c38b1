"""One finding per mistake, at the guilty key or value, for a document the fast engine refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from alarmplan.model.finding import Finding
from alarmplan.model.place import Place, Route
from alarmplan.schemas import Schema, deref, kind_schema, subschema
from alarmplan.validate.choices import whole_lists
from alarmplan.validate.entries import explain_strays, strays, within
from alarmplan.validate.keys import Missing, Unknown, explain_keys
from alarmplan.validate.values import example_lines, explain_value, repeated


def _pattern(_: Validator, pattern: str, instance: object, __: object) -> Iterator[ValidationError]:
    """Patterns by the regular expressions of the fast engine, so that the two never disagree."""
    if isinstance(instance, str) and not _matcher(pattern).is_valid(instance):
        yield ValidationError(pattern)


@cache
def _matcher(pattern: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"pattern": pattern})


def _unique(_: Validator, wanted: bool, instance: object, __: object) -> Iterator[ValidationError]:
    """In one pass, and equal as JSON is: the library's own way takes the square of the length."""
    if wanted and isinstance(instance, list) and next(repeated(instance), None) is not None:
        yield ValidationError("repeated")


_Validator: Callable[..., Validator] = extend(  # type: ignore[no-untyped-call] # it has no annotations
    Draft202012Validator, {"pattern": _pattern, "uniqueItems": _unique}
)


@cache
def _validator(kind: str) -> Validator:
    return _Validator(_without_refs(kind_schema(kind)), format_checker=FormatChecker())


def _without_refs(schema: Schema) -> dict[str, Any]:
    """`schema` with all it refers to in its place: following references takes the engine most of its time."""
    parts = deref(schema)
    return {key: _expanded(key, part) for key, part in parts.items() if not key.startswith("$")}


def _expanded(key: str, part: Any) -> Any:
    if key == "properties":
        return {name: _without_refs(child) for name, child in part.items()}
    return _without_refs(part) if key in _HOLDS_A_SCHEMA and isinstance(part, Mapping) else part


_HOLDS_A_SCHEMA = frozenset({"additionalProperties", "items", "propertyNames"})


def explain(
    path: str,
    kind: str,
    data: Mapping[str, Any],
    bare: frozenset[Route] = frozenset(),
    decimals: Mapping[Route, str] | None = None,
) -> list[Finding]:
    """The findings of a document known to be invalid; never an empty list.

    `bare` and `decimals` are those of `LoadedDocument`.
    """
    missing: list[Missing] = []
    unknown: list[Unknown] = []
    values: list[Finding] = []
    errors: Iterable[Any] = _validator(kind).iter_errors(data)  # its attributes may be unset, as typed
    for error in errors:
        route = tuple(error.absolute_path)
        match error.validator:
            case "required":
                missing.extend(Missing(route, key) for key in error.validator_value if key not in error.instance)
            case "dependentRequired":
                missing.extend(_dependent(route, error))
            case "unevaluatedProperties" | "additionalProperties":
                known = deref(error.schema).get("properties", {})  # a declared name is never unknown
                unknown.extend(Unknown(route, key) for key in error.instance if key not in known)
            case _:
                found = _value(path, kind, data, route, error)
                number = (decimals or {}).get(route)
                values.extend(_as_written(one, number) if number else one for one in found)
    elsewhere = strays(kind, data, dict.fromkeys(one.route for one in unknown))
    lacking = (
        one for one in missing if not within(one.route, elsewhere) and (one.route, one.key) not in elsewhere
    )
    strange = (one for one in unknown if not within(one.route, elsewhere))
    keys, settled = explain_keys(path, kind, data, dict.fromkeys(lacking), dict.fromkeys(strange), bare)
    left = (one for one in values if one.place.route not in settled and not within(one.place.route, elsewhere))
    told = whole_lists(_once(left), data)
    return [*explain_strays(path, data, elsewhere), *keys, *told] or [
        Finding("schema-invalid", Place(path), {"kind": kind})
    ]


def _dependent(route: Route, error: Any) -> Iterator[Missing]:
    for given, keys in error.validator_value.items():
        if given in error.instance:
            yield from (Missing(route, key, given) for key in keys if key not in error.instance)


def _value(path: str, kind: str, data: Mapping[str, Any], route: Route, error: Any) -> Iterator[Finding]:
    """What is wrong with one value, or with a key that has to be an id."""
    value = error.instance
    if "propertyNames" in error.absolute_schema_path:  # the guilty text is a key
        rule, params = explain_value(deref(error.schema), error.validator, error.validator_value, value)
        yield Finding(rule, Place(path, (*route, str(value)), at_key=True), params)
    elif error.validator == "uniqueItems":
        for index, first in repeated(value):
            yield Finding("value-repeated", Place(path, (*route, index)), {}, (Place(path, (*route, first)),))
    else:
        schema = subschema(kind, route)
        nothing = value is None and bool(route) and isinstance(route[-1], str)  # then there is only the key to see
        rule, params = explain_value(schema, error.validator, error.validator_value, value)
        params = _emptiness(kind, route, schema, data) if rule == "value-empty" else params
        params = {**params, "described": kind} if params.get("described") else params
        yield Finding(rule, Place(path, route, at_key=nothing), params)


def _as_written(finding: Finding, written: str) -> Finding:
    """`finding` of a number, which is quoted as it stands in the text."""
    if "value" not in finding.params:
        return finding
    value = str(finding.params["value"])
    said = {value: written, f'"{value}"': f'"{written}"'}
    return replace(finding, params={name: said.get(str(text), text) for name, text in finding.params.items()})


def _emptiness(kind: str, route: Route, schema: Schema, data: Mapping[str, Any]) -> Mapping[str, str | int]:
    """What to do about an empty value: a key that has to be there cannot be left out, an entry has no key."""
    key = route[-1] if route else ""
    if isinstance(key, int):
        return {"entry": "yes"}
    needed = key in subschema(kind, route[:-1]).get("required", ())
    return example_lines("needed", str(key), schema, data) if needed else {}


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Two constraints broken by one value are one mistake; the first names it."""
    seen: set[Place] = set()
    for finding in findings:
        if finding.place not in seen:
            seen.add(finding.place)
            yield finding
