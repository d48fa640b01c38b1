"""Why a value is not accepted: which rule it breaks, told apart by what its author has to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from alarmplan.corrections import an_id, correct, is_id, other_word, truth, weekdays, whole_number
from alarmplan.schemas import Schema, deref, description, texts_in
from alarmplan.suggest import suggest

LONGEST = 60  # characters of what was written that a message repeats

Explained = tuple[str, Mapping[str, str | int]]

_TYPE_NAMES = {
    "string": "text",
    "object": "mapping",
    "array": "list",
    "integer": "integer",
    "boolean": "truth",
}
_FORM_RULES = {
    "date": "date-form",
    "day": "date-form",
    "duration": "duration-form",
    "id": "id-form",
    "money": "money-form",
    "time": "time-form",
    "url": "url-form",
}


def explain_value(schema: Schema, keyword: str, limit: Any, value: Any) -> Explained:
    """The rule that `value` breaks where `schema` rules and `keyword` with its `limit` refused it."""
    if value is None or (isinstance(value, str | list | dict) and not value) or keyword in _EMPTY:
        return "value-empty", {}
    if keyword == "maxItems":
        return "value-too-long", {"limit": limit, "entries": len(value)}
    if keyword == "type" or isinstance(value, list | dict):
        return _type(schema, value)
    match keyword:
        case "enum" | "const":
            return _choice(schema, value, limit if keyword == "enum" else [limit])
        case "maxLength":
            return "value-too-long", {"limit": limit, "length": len(value)}
        case "minimum" | "maximum":
            return "value-out-of-range", {"value": token(value), _BOUNDS[keyword]: str(limit)}
    return _form(schema, value)


_EMPTY = frozenset({"minItems", "minLength", "minProperties"})
_BOUNDS = {"minimum": "least", "maximum": "most"}


def _type(schema: Schema, value: Any) -> Explained:
    types = _types(schema)
    if isinstance(value, list) and not (types == {"object"} and _words_only(value)):
        only = value[0] if len(value) == 1 and isinstance(value[0], str | int) else None
        return "list-unexpected", {"suggestion": "" if only is None else token(only)}
    if "array" in types:
        return _no_list(schema, value)
    if isinstance(value, dict) or types == {"object"}:
        wanted = ", ".join(_TYPE_NAMES[name] for name in sorted(types))
        params = {"wanted": wanted, "found": _type_of(value), "example": example_of(schema)}
        return "value-type", {**params, **_only_reference(schema, value)}
    if "boolean" in types:
        return "boolean-form", {"value": token(value), "suggestion": truth(value)}
    if "integer" in types:
        return "number-form", {"value": token(value), "suggestion": whole_number(value)}
    if schema.get("x-value") not in (None, "id") or "x-refers-to" in schema:
        return _form(schema, value)
    return "text-unquoted", {"value": token(value), "suggestion": f'"{token(value)}"'}


def _words_only(items: list[Any]) -> bool:
    return not any(isinstance(item, list | dict) for item in items)


def example_of(schema: Schema) -> str:
    """One that the schema gives, or the keys that are needed."""
    for example in schema.get("examples", ()):
        return _flow(example)
    needed = schema.get("required", ())
    lists = {key for key in needed if _types(deref(schema["properties"][key])) == {"array"}}
    return _flow({key: ["…"] if key in lists else "…" for key in needed}) if needed else "…"


def example_lines(name: str, key: str, schema: Schema, data: Any) -> dict[str, str]:
    """`key` with an example, by languages; where all texts of `data` are plain, in each language as well."""
    lines = {name: f"{key}: {example_of(schema)}"}
    example = next(iter(schema.get("examples", ())), None)
    if isinstance(example, dict) and example.keys() == texts_in() and not _in_languages(data):
        lines |= {f"{name}_{language}": f"{key}: {text}" for language, text in example.items()}
    return lines


def _in_languages(data: Any) -> bool:
    if isinstance(data, dict):
        return (bool(data) and data.keys() <= texts_in()) or any(map(_in_languages, data.values()))
    return isinstance(data, list) and any(map(_in_languages, data))


def _only_reference(schema: Schema, value: Any) -> Mapping[str, str | int]:
    """Where a mapping needs but one key, which refers to something: what the word in its place may refer to."""
    needed = schema.get("required", ())
    if len(needed) != 1 or not isinstance(value, str) or "examples" in schema:
        return {}
    part = deref(schema["properties"][needed[0]])
    return {**_reference(part, value), "key": needed[0]} if "x-refers-to" in part else {}


def _by_name(item: Schema, value: Mapping[str, Any]) -> str:
    """Entries by name, `high: {…}`, as the first of them would stand in a list."""
    name, entry = next(iter(value.items()))
    parts, needed = item.get("properties", {}), item.get("required", ())
    key = next((key for key in ("id", *needed[:1], "severities") if key in parts), "")
    if not key or name in parts or not isinstance(entry, dict) or not is_id(name) or key in entry:
        return ""
    named = [name] if _types(deref(parts[key])) == {"array"} else name
    return f"- {_flow({key: named, **dict.fromkeys(list(entry)[:1], '…')})}"


def _flow(value: Any) -> str:
    """As it is written on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else token(value)


def _types(schema: Schema) -> set[str]:
    """The types that are wanted; a choice of words wants text."""
    wanted = schema.get("type", "string")
    return {wanted} if isinstance(wanted, str) else set(wanted)


def _no_list(schema: Schema, value: Any) -> Explained:
    """A single value in place of a list: in brackets it may be what was meant."""
    item = deref(schema.get("items", {}))
    if "x-refers-to" in item and isinstance(value, str):
        return "list-missing", {"found": _type_of(value), **_reference(item, value)}
    if reference := _only_reference(item, value):
        return "list-missing", {"found": _type_of(value), **reference}
    if isinstance(value, dict):
        return "list-missing", {"found": _type_of(value), "suggestion": _by_name(item, value)}
    text = str(value).strip()
    if "enum" in item:
        return "list-missing", {"found": _type_of(value), "suggestion": _words(text, item["enum"])}
    fits = item.get("x-value") == "id" and an_id(text) == text
    parts = [an_id(part) for part in text.split(",")]
    if not fits and isinstance(value, str) and item.get("x-value") == "id" and all(parts):
        fits = len(parts) > 1
        text = ", ".join(parts)
    suggestion = f"[{token(text)}]" if fits else ""
    return "list-missing", {"found": _type_of(value), "suggestion": suggestion}


def _words(written: str, allowed: list[str]) -> str:
    """A range of days, or words with something between them: `Mo-Fr`, `Mo, Di`."""
    days = weekdays(written) if "mon" in allowed else ()
    parts = [part.strip() for part in re.split("[,;/+&]| und | and ", written)]
    words = days or [part if part in allowed else other_word(part, allowed) for part in parts]
    return f"[{', '.join(words)}]" if all(words) else ""


def _choice(schema: Schema, value: Any, allowed: list[Any]) -> Explained:
    words = [str(word) for word in allowed]
    days = ", ".join(weekdays(token(value))) if "mon" in words else ""
    suggestion = days or other_word(token(value), words) or suggest(token(value).strip(), words) or ""
    params = {"value": token(value), "allowed": ", ".join(words), "suggestion": suggestion}
    explained = all(f"`{word}`" in description(schema, each) for word in words for each in texts_in())
    return "value-not-allowed", {**params, "described": "yes" if explained else ""}


def _form(schema: Schema, value: Any) -> Explained:
    """Of the right type but not in the form that is wanted."""
    if "array" in _types(schema):
        return _no_list(schema, value)
    if isinstance(value, str) and not value.strip():
        return "value-empty", {}
    if schema.get("x-text"):
        return "value-multiline", {}
    if "x-refers-to" in schema:
        return "reference-form", _reference(schema, value)
    form = schema.get("x-value", "")
    params = {"value": token(value), "suggestion": token(correct(form, value))}
    if form == "date" and not params["suggestion"] and _DAY.fullmatch(token(value)):
        return "date-impossible", {"value": token(value)}
    if form in _FORM_RULES:
        return _FORM_RULES[form], params
    return "value-form", {**params, "example": token(next(iter(schema.get("examples", ())), ""))}


def _reference(schema: Schema, value: Any) -> dict[str, str | int]:
    """What is referred to; whoever knows all ids can tell which was meant."""
    besides = ", ".join(schema.get("x-except", ()))
    within = schema.get("x-within", "")
    return {"value": token(value), "kind": schema["x-refers-to"], "within": within, "besides": besides}


_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")


def repeated(items: list[Any]) -> Iterator[tuple[int, int]]:
    """The index of every item that was there before, and where it was first."""
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        first = seen.setdefault(json.dumps(_as_json(item), sort_keys=True), index)
        if first != index:
            yield index, first


def _as_json(item: Any) -> Any:
    """To JSON 1 and 1.0 are the same number."""
    if isinstance(item, list):
        return [_as_json(part) for part in item]
    if isinstance(item, dict):
        return {key: _as_json(part) for key, part in item.items()}
    return int(item) if isinstance(item, float) and item.is_integer() else item


def token(value: object) -> str:
    """What was written, short; of a list or mapping only its brackets."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)[:LONGEST]


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
