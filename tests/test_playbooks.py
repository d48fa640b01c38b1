"""The vocabulary says what other organisations need: small playbooks unlike the shipped one are sound, and built.

A hospital of three sites that works on paper first, with suppliers in other time zones; a firm of five in which
everybody holds several roles; an open-source project without phones, with deadlines before a release.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from alarmplan.model.kinds.situation import Situation
from alarmplan.model.playbook import Key, Playbook
from alarmplan.pipeline import check
from alarmplan.render.addresses import address
from alarmplan.sources.folder import read_folder
from tests.conftest import PLAYBOOKS, Run

AS_OF = date(2026, 11, 22)
UNLIKE = ("hospital", "open-source", "small-firm")


def playbook(name: str) -> Playbook:
    checked = check(read_folder(PLAYBOOKS / name, name), AS_OF)
    assert checked.playbook is not None
    return checked.playbook


@pytest.mark.parametrize("name", UNLIKE)
def test_it_is_sound(name: str, invoke: Run) -> None:
    done = invoke("-C", PLAYBOOKS / name, "check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", UNLIKE)
def test_it_becomes_a_site_with_every_document_on_a_page(name: str, run: Run, tmp_path: Path) -> None:
    done = run("-C", PLAYBOOKS / name, "build", "--out", tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    built = playbook(name)
    for language in built.languages:
        for document in built.documents:
            page = address(Key(document.kind, document.id))
            assert page is not None
            shown = (tmp_path / "site" / language / page.replace(".md", ".html")).read_text("utf-8")
            if document.id in page:  # a page of its own; catalogues share one, under the name of the catalogue
                assert document.title.in_language(language) in shown
    assert list((tmp_path / "site").rglob("checklist-*.pdf"))
    for sheet in (tmp_path / "site").rglob("checklist-*.pdf"):
        assert len(pypdfium2.PdfDocument(sheet)) == 1


def test_a_site_of_its_own_has_its_own_number() -> None:
    """One seat, staffed in three houses: whoever looks for help sees which number is theirs."""
    ways = playbook("hospital").roles["it-dienst"].reachable
    houses = {way.for_.in_language("de") for way in ways if way.for_}
    assert houses == {"Haus Mitte", "Haus Nord", "Haus Süd"}


def test_a_seat_of_the_same_person_is_reached_like_it() -> None:
    roles = playbook("small-firm").roles
    assert roles["datenschutz"].reachable == roles["kundendienst"].reachable != ()


def test_a_deadline_counts_back_from_a_moment_of_ones_own() -> None:
    situation = playbook("open-source").of(Situation)["coordinated-release"]
    assert {(due.from_, due.before.raw) for due in situation.deadlines if due.before} == {
        ("release", "7 d"),
        ("release", "1 d"),
    }
