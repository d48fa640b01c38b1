"""The schemas, and where they lie: beside the package in a wheel, at the top of a checkout."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from alarmplan.corrections import other_word
from alarmplan.suggest import suggest

Schema = Mapping[str, Any]

ROOT = "playbook.schema.json"  # says which kinds there are, and leads to theirs

_PACKAGE = Path(__file__).parent


def packed(name: str) -> Path:
    """A folder such as `schema` or `playbook`: packed into the wheel, or where it lies in the checkout."""
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
    """`schema` with what its `$ref` points to; its own keywords win, what both need is needed."""
    merged = schema
    while (ref := merged.get("$ref")) is not None:
        file, _, name = ref.partition("#/$defs/")
        target = schemas()[file or "common.schema.json"]["$defs"][name]
        rest = {key: value for key, value in merged.items() if key != "$ref"}
        properties = {**target.get("properties", {}), **rest.get("properties", {})}
        required = list(dict.fromkeys((*rest.get("required", ()), *target.get("required", ()))))
        if "description" in rest:  # said in English; what the target says in English is hidden
            target = {key: value for key, value in target.items() if key != "x-en"}
        merged = {**target, **rest}
        merged |= {"properties": properties} if properties else {}
        merged |= {"required": required} if required else {}
    return merged


def subschema(kind: str, route: tuple[str | int, ...]) -> Schema:
    """What the schema of a kind says of the value at the end of `route`."""
    return _subschema(kind, tuple(0 if isinstance(step, int) else step for step in route))


@lru_cache(maxsize=1000)  # keys that authors make up must not pile up
def _subschema(kind: str, route: tuple[str | int, ...]) -> Schema:
    if not route:
        return deref(kind_schema(kind))
    schema, step = _subschema(kind, route[:-1]), route[-1]
    part = schema.get("items") if step == 0 else schema.get("properties", {}).get(step)
    return deref(part or schema.get("additionalProperties") or {})


@cache
def texts_in() -> frozenset[str]:
    """The languages in which texts may be written."""
    return frozenset(schemas()["common.schema.json"]["$defs"]["label"]["properties"])


@cache
def keys_of_lists() -> frozenset[str]:
    """Keys that hold a list wherever they may stand."""
    lists: set[str] = set()
    others: set[str] = set()
    for schema in schemas().values():
        for part in annotated(schema, "properties"):
            for name, value in part["properties"].items():
                (lists if deref(value).get("type") == "array" else others).add(name)
    return frozenset(lists - others)


def annotated(schema: Schema, annotation: str) -> Iterator[Schema]:
    """Every part of a schema that carries an annotation, itself included."""
    if annotation in schema:
        yield schema
    for part in schema.values():
        if isinstance(part, Mapping):
            yield from annotated(part, annotation)


@cache
def kinds_of_ids() -> frozenset[str]:
    """Everything that has an id: kinds of documents, and of entries within them."""
    declared = {part["x-declares"] for schema in schemas().values() for part in annotated(schema, "x-declares")}
    return frozenset(declared - {"."} | _kinds().keys())


@cache
def scopes() -> Mapping[str, str]:
    """For kinds of ids that are unique within a document only: the kind of that document."""
    return {
        part["x-declares"]: kind
        for kind, schema in _kinds().items()
        for part in annotated(schema, "x-declares")
        if "x-within" in part
    }


@cache
def homes() -> Mapping[str, str]:
    """For every kind of entry that has an id: the kind of the documents in which it stands."""
    return {
        part["x-declares"]: kind for kind, schema in _kinds().items() for part in annotated(schema, "x-declares")
    }


@cache
def _kinds() -> Mapping[str, Schema]:
    """The schemas of documents; what they share is no kind."""
    return {name.removesuffix(".schema.json"): schema for name, schema in schemas().items() if "type" in schema}


@cache
def kinds_by_title() -> Mapping[str, str]:
    """Kinds of documents and of ids by their small titles in every language."""
    named = [(part["x-refers-to"], part) for part in annotated(schemas()["common.schema.json"], "x-refers-to")]
    return {
        title(part, language).lower(): kind
        for kind, part in (*named, *_kinds().items())
        for language in texts_in()
    }


def meant_kind(written: str, among: Collection[str]) -> str | None:
    """The kind of a similar name, or called so in one of the languages: `rolle` is a `role`.

    What is the title of an entry leads to its catalogue: among documents, `Kanal` is `channels`.
    """
    word = written.strip()
    titled = kinds_by_title().get(word.lower().replace("_", " "), "")
    titled = titled or other_word(word, among)
    return suggest(word, among) or (titled if titled in among else suggest(titled, among))


def likely_kind(written: str, keys: Collection[str]) -> str | None:
    """The kind that a document with these keys was meant to have.

    A name is near to many: `Lage` is near to `page`, but with the keys of a situation it is none.
    """
    named = meant_kind(written, _kinds())
    shared = {kind: len(_own_keys(kind) & set(keys)) for kind in _kinds()}
    if named is None or shared[named] or not any(shared.values()):
        return named
    return max(shared, key=lambda kind: shared[kind])


@cache
def _own_keys(kind: str) -> frozenset[str]:
    """What documents of this kind may say at the top of the file besides what all may."""
    return frozenset(kind_schema(kind)["properties"].keys() - {"kind"})


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


def description(schema: Schema, language: str) -> str:
    whole = deref(schema)
    own = whole.get(f"x-{language}", {})
    return str(own.get("description") or whole.get("description", ""))
