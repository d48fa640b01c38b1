"""The schemas, and where they lie: beside the package in a wheel, at the top of a checkout."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

Schema = Mapping[str, Any]

ROOT = "playbook.schema.json"  # says which kinds there are, and leads to theirs

_PACKAGE = Path(__file__).parent


def packed(name: str) -> Path:
    """The folder `schema` or `playbook`: packed into the wheel, or at the top level of the checkout."""
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name


@cache
def schemas() -> Mapping[str, Schema]:
    """Every schema by its file name."""
    files = sorted(packed("schema").glob("*.schema.json"))
    return {file.name: json.loads(file.read_text("utf-8")) for file in files}


def kind_schema(kind: str) -> Schema:
    return schemas()[f"{kind}.schema.json"]


def deref(schema: Schema) -> Schema:
    """`schema` with what its `$ref` points to; its own keywords win."""
    merged = schema
    while (ref := merged.get("$ref")) is not None:
        file, _, name = ref.partition("#/$defs/")
        target = schemas()[file or "common.schema.json"]["$defs"][name]
        rest = {key: value for key, value in merged.items() if key != "$ref"}
        properties = {**target.get("properties", {}), **rest.get("properties", {})}
        if "description" in rest:  # said in English; what the target says in English is hidden
            target = {key: value for key, value in target.items() if key != "x-en"}
        merged = {**target, **rest, **({"properties": properties} if properties else {})}
    return merged


def titles(kind: str, route: tuple[str | int, ...], language: str) -> tuple[str, ...]:
    """What a process owner calls the properties along `route`, in `language`."""
    found: list[str] = []
    schema = deref(kind_schema(kind))
    for step in route:
        if isinstance(step, int):
            schema = deref(schema.get("items", {}))
        elif step in schema.get("properties", {}):
            schema = deref(schema["properties"][step])
            found.append(title(schema, language))
        else:
            schema = deref(schema.get("additionalProperties") or {})
    return tuple(found)


def title(schema: Schema, language: str) -> str:
    own = schema.get(f"x-{language}", {})
    return str(own.get("title") or schema.get("title", ""))
