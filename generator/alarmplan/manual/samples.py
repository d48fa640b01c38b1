"""Files to show: of each kind one cut out of the shipped playbook, and the playbook of the examples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from alarmplan.load import load
from alarmplan.manual.as_yaml import as_yaml
from alarmplan.model.manual import ExampleFile
from alarmplan.model.source import LoadedDocument
from alarmplan.schemas import Schema, deref, kind_schema, packed
from alarmplan.sources.folder import read_folder

_BASE = "tests/playbooks/minimal"
_ENOUGH = 3  # entries of a list that show what it is like


def sample(kind: str) -> ExampleFile:
    """The shortest document of its kind, cut down."""
    schema = kind_schema(kind)
    cut = [
        (document.path, _cut_document(document.data, schema)) for document in _shipped() if document.kind == kind
    ]
    files = [ExampleFile(path, as_yaml(data) + "\n") for path, data in cut]
    return min(files, key=lambda file: len(file.text))


def base() -> tuple[ExampleFile, ...]:
    """The playbook to which the examples of rules belong, in the order of its paths."""
    files = read_folder(packed(_BASE), "playbook").files
    return tuple(ExampleFile(path, files[path].decode()) for path in sorted(files))


@cache
def _shipped() -> tuple[LoadedDocument, ...]:
    return load(read_folder(packed("playbook"), "playbook"))[0]


def _cut_document(data: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """What is required; where that is nothing of its own, the first entry of each of its lists besides."""
    cut: dict[str, Any] = _cut(data, schema)
    own = {key: part for key, part in schema["properties"].items() if key != "kind"}
    if not set(own) & set(cut):
        cut |= {key: _cut(value[:1], own[key]) for key, value in data.items() if key in own}
    return cut | _short_messages(cut, own)


def _short_messages(cut: Mapping[str, Any], own: Mapping[str, Schema]) -> dict[str, Any]:
    """A message is long and names fields: in place of both stand the examples of the schema."""
    messages = {key for key in cut if deref(own.get(key, {})).get("x-text") == "message"}
    fields = {key for key, part in own.items() if messages and "x-declares" in _ids(part)}
    return {key: own[key]["examples"][0] for key in own if key in messages | fields}


def _ids(part: Schema) -> Schema:
    """The schema of the ids of a list."""
    found: Schema = deref(part).get("items", {}).get("properties", {}).get("id", {})
    return found


def _cut(value: Any, schema: Schema) -> Any:
    whole = deref(schema)
    if isinstance(value, list):
        return [_cut(part, whole["items"]) for part in value[:_ENOUGH]]
    if isinstance(value, Mapping) and "required" in whole:
        return {
            key: _cut(part, whole["properties"][key]) for key, part in value.items() if key in whole["required"]
        }
    return value
