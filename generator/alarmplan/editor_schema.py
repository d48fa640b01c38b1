"""The schema for editors: every kind in one file, in one language, where wanted with the ids of a playbook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from alarmplan.load import load
from alarmplan.load.glance import glance
from alarmplan.model.kinds import KINDS
from alarmplan.model.source import Source
from alarmplan.resolve.mentions import collect
from alarmplan.schemas import ROOT, Schema, deref, schemas

MARK = "Written by alarmplan schema, which writes it anew; changes get lost."
_LANGUAGE = "x-language"
_NAMED_PARTS = ("$defs", "properties")  # here the keys are names, not keywords
_DATA = ("const", "enum", "examples")


@dataclass(frozen=True, slots=True)
class KnownIds:
    """`titles` holds per kind of thing its ids with their titles; `lost` what unreadable files would declare."""

    titles: Mapping[str, Mapping[str, str]]
    lost: frozenset[str]

    def of(self, kind: str) -> Mapping[str, str]:
        return dict(sorted({**dict.fromkeys(self.lost, ""), **self.titles.get(kind, {})}.items()))


def known_ids(source: Source, language: str) -> KnownIds:
    """Every id of a playbook, be it as unfinished as it may; ids within a document are told apart by nothing."""
    documents, _ = load(source)
    titles: dict[str, dict[str, str]] = {}
    for document in documents:
        if document.kind in KINDS:
            for key, place in collect(document, document.kind).declarations:
                titles.setdefault(key.kind, {})[key.id] = _title(document.data, place.route[:-1], language)
    read = {document.path for document in documents}
    lost = glance({path: content for path, content in source.files.items() if path not in read}, source.refused)
    return KnownIds(titles, frozenset(lost.ids))


def editor_schema(language: str, ids: KnownIds | None = None) -> str:
    """The text of a schema that needs no other file."""
    shapes = schemas()["common.schema.json"]["$defs"]
    whole = {
        "$schema": schemas()[ROOT]["$schema"],
        "$comment": MARK,
        _LANGUAGE: language,
        **_part(schemas()[ROOT], language, ids),
        "$defs": {name: _part(shape, language, ids) for name, shape in shapes.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def language_of(text: str) -> str | None:
    """The language of a schema that we wrote; None for a file that is not ours."""
    try:
        schema = json.loads(text)
    except ValueError:
        return None
    if not isinstance(schema, dict) or schema.get("$comment") != MARK:
        return None
    return str(schema.get(_LANGUAGE))


def _part(schema: Schema, language: str, ids: KnownIds | None) -> dict[str, Any]:
    """`schema` for people who read `language`; our own annotations are gone, references lead within the file."""
    if schema.get("$ref") in schemas():
        return _part(schemas()[schema["$ref"]], language, ids)
    spoken = {**schema, **schema.get(f"x-{language}", {})}
    if ids is not None and "x-refers-to" in schema:
        spoken |= _choice(spoken.pop("pattern"), schema, ids)
    elif ids is not None and _refers(schema):
        spoken.pop("examples", None)  # they would be offered, and name what this playbook may not have
    return {
        keyword: _keyword(keyword, value, language, ids)
        for keyword, value in spoken.items()
        if not keyword.startswith("x-") and keyword != "$schema"
    }


def _keyword(keyword: str, value: Any, language: str, ids: KnownIds | None) -> Any:
    if keyword == "$ref":
        return value.removeprefix("common.schema.json")
    if keyword in _NAMED_PARTS:
        return {name: _part(part, language, ids) for name, part in value.items()}
    if keyword in _DATA:
        return value
    if isinstance(value, list):
        return [_part(item, language, ids) if isinstance(item, dict) else item for item in value]
    return _part(value, language, ids) if isinstance(value, dict) else value


def _choice(pattern: str, schema: Schema, ids: KnownIds) -> Schema:
    """The ids to which `schema` may refer; ones of another form are a mistake where they are declared."""
    titles = {id: title for id, title in ids.of(schema["x-refers-to"]).items() if re.search(pattern, id)}
    titles = {**dict.fromkeys(schema.get("x-except", ()), ""), **titles}
    return {"enum": list(titles), "enumDescriptions": list(titles.values())}


def _refers(schema: Schema) -> bool:
    schema = deref(schema)
    parts: Iterable[Any] = (
        *schema.get("properties", {}).values(),
        *(schema.get(keyword) for keyword in ("items", "additionalProperties", "propertyNames")),
    )
    return "x-refers-to" in schema or any(_refers(part) for part in parts if isinstance(part, dict))


def _title(holder: Any, route: Iterable[str | int], language: str) -> str:
    for step in route:
        holder = holder[step]
    title = holder.get("title")
    if isinstance(title, dict):
        title = title.get(language) or next(iter(title.values()), "")
    return " ".join(title.split()) if isinstance(title, str) else ""
