"""Labels are printed as they stand: what looks like a link in one is no link on any page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from alarmplan.load import load
from alarmplan.model.contact import Contact
from alarmplan.model.kinds import KINDS
from alarmplan.model.source import Source
from alarmplan.pipeline import check, render_editions
from alarmplan.schemas import Schema, deref, kind_schema
from alarmplan.sources.folder import read_folder
from tests.conftest import UNJUDGED
from tests.test_golden import AS_OF, MINIMAL

CORPUS = Path(__file__).parent / "corpus" / "playbook"  # says more than the minimal one
PLAYBOOKS = {"minimal": MINIMAL, "corpus": CORPUS}
GHOST = " [x](role:ghost)"  # nobody's id: whoever made a link of it could not have looked it up

Steps = tuple[str, ...]


def labels(value: Any, schema: Schema, found: set[Steps], at: Steps) -> Any:
    """`value` with `GHOST` behind every label in it; `found` gets where the schema has them."""
    schema = deref(schema)
    if form := schema.get("x-text"):
        if form != "label" or is_number(value):
            return value
        found.add(at)
        return haunted(value)
    if isinstance(value, dict):
        own, others = schema.get("properties", {}), schema.get("additionalProperties")
        parts = {key: own.get(key, others if isinstance(others, Mapping) else {}) for key in value}
        return {
            key: labels(part, parts[key], found, (*at, key if key in own else "*")) for key, part in value.items()
        }
    if isinstance(value, list):
        return [labels(item, schema.get("items", {}), found, at) for item in value]
    return value


def is_number(text: Any) -> bool:
    """Else there would be nobody to call, and less on the pages."""
    return isinstance(text, str) and Contact.parse(text).form == "phone"


def haunted(text: Any) -> Any:
    return {key: one + GHOST for key, one in text.items()} if isinstance(text, dict) else text + GHOST


def all_labels(schema: Schema, at: Steps) -> Iterator[Steps]:
    """Where in a document of this shape labels may stand."""
    schema = deref(schema)
    if "x-text" in schema:
        yield from [at] if schema["x-text"] == "label" else []
        return
    for key, part in schema.get("properties", {}).items():
        yield from all_labels(part, (*at, key))
    for keyword, steps in (("items", at), ("additionalProperties", (*at, "*"))):
        if isinstance(schema.get(keyword), Mapping):
            yield from all_labels(schema[keyword], steps)


@cache
def changed(name: str) -> tuple[Source, frozenset[Steps]]:
    found: set[Steps] = set()
    documents = load(read_folder(PLAYBOOKS[name], name))[0]
    written = {
        one.path: labels(one.data, kind_schema(str(one.kind)), found, (str(one.kind),)) for one in documents
    }
    written["organisation.yaml"] = {**written["organisation.yaml"], "checks": UNJUDGED}
    files = {path: json.dumps(data).encode() for path, data in written.items()}
    return Source(name, files), frozenset(found)


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_no_label_is_printed_as_prose(name: str) -> None:
    checked = check(changed(name)[0], AS_OF)
    assert checked.passed, checked.findings
    assert checked.playbook is not None
    pages = {
        f"{edition.language}/{page.path}": page.markdown()
        for edition in render_editions(checked.playbook, AS_OF, with_sheets=False)
        for page in edition.pages
    }
    assert {path for path, page in pages.items() if "roles/ghost" in page} == set()
    assert sum("role:ghost" in page for page in pages.values()) > 20


def test_every_label_of_the_schemas_is_tried() -> None:
    possible = {at for kind in KINDS for at in all_labels(kind_schema(kind), (kind,))}
    tried = frozenset[Steps]().union(*(changed(name)[1] for name in PLAYBOOKS))
    assert possible - tried == set()
