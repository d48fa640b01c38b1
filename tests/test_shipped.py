"""The shipped playbook as a whole: nothing in it stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from alarmplan.analyse import analyse
from alarmplan.model.playbook import Playbook
from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.sources.folder import read_folder
from tests.test_golden import AS_OF

SHIPPED = read_folder(Path(__file__).parents[1] / "playbook", "playbook")
ENTRANCES = {"organisation", "situation", "process", "page", "glossary"}  # where readers come in


def playbook(source: Source) -> Playbook:
    found = check(source, AS_OF).playbook
    assert found is not None
    return found


def unused(found: Playbook) -> set[str]:
    """The files to which no other leads. Owning a document is no use of a role; a planned template is used."""
    planned = {template for row in analyse(found).plan for template in row.templates}
    used = {
        found.declared[reference.target].path
        for reference in found.references
        if reference.place.route[0] != "owner" and found.declared[reference.target].path != reference.place.path
    }
    return {
        found.path(document)
        for document in found.documents
        if document.kind not in ENTRANCES
        and found.path(document) not in used
        and not (document.kind == "template" and document.id in planned)
    }


def test_every_document_is_used_by_another() -> None:
    assert unused(playbook(SHIPPED)) == set()


LONELY = {
    "checklists/lonely.yaml": "kind: checklist\nid: lonely\ntitle: X\nmode: read-do\n"
    "parts: [{items: [{id: a, text: X}]}]",
    "roles/lonely.yaml": "kind: role\nid: lonely\ntitle: X\npurpose: X\nowner: lonely",
}


@pytest.mark.parametrize("path", LONELY)
def test_a_lonely_document_is_named(path: str) -> None:
    files = {**SHIPPED.files, path: LONELY[path].encode()}
    assert unused(playbook(Source("playbook", files))) - unused(playbook(SHIPPED)) == {path}
