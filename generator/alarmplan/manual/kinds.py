"""A kind of document as its schema describes it."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.manual.as_yaml import as_yaml, one_line
from alarmplan.manual.forms import Words, form
from alarmplan.manual.samples import sample
from alarmplan.model.manual import Definition, KindManual, Property
from alarmplan.schemas import Schema, deref, description, kind_schema, schemas, title

_DOCUMENT = "document"  # what every kind shares


def kind_manual(kind: str, language: str, words: Words) -> KindManual:
    schema = kind_schema(kind)
    every = tuple(properties(schema, language, words))
    own = set(schema["properties"])
    return KindManual(
        kind=kind,
        title=title(schema, language),
        description=description(schema, language),
        properties=tuple(property for property in every if property.key in own),
        shared=tuple(property for property in every if property.key not in own),
        sample=sample(kind),
    )


def properties(schema: Schema, language: str, words: Words) -> Iterator[Property]:
    """The properties that a document, or a part of one, of this schema may have."""
    whole = deref(schema)
    if "x-text" in whole:  # its languages are no properties that somebody looks up
        return
    needed = whole.get("required", ())
    beside = whole.get("dependentRequired", {})
    id_first = sorted(whole.get("properties", {}).items(), key=lambda one: one[0] != "id")
    for key, part in id_first:
        yield Property(
            key=key,
            title=title(deref(part), language),
            description=description(part, language),
            form=form(part, language, words),
            required=key in needed,
            examples=tuple(as_yaml({key: value}) for value in part.get("examples", ())),
            default=one_line(part["default"]) if "default" in part else None,
            together=tuple(beside.get(key, ())),
            properties=tuple(properties(_content(part), language, words)),
        )


def definitions(language: str) -> tuple[Definition, ...]:
    """The forms that several properties share; what a reference is, its own words say."""
    shared = schemas()["common.schema.json"]["$defs"]
    return tuple(
        Definition(name, title(schema, language), description(schema, language))
        for name, schema in shared.items()
        if name != _DOCUMENT and "x-refers-to" not in schema
    )


def _content(part: Schema) -> Schema:
    """The schema of the entries of a list or mapping, else of the thing itself."""
    whole = deref(part)
    inside = whole.get("items") or whole.get("additionalProperties")
    return _content(inside) if inside else whole
