"""What the pages say, compared with what they said when somebody last read them.

`UPDATE_GOLDEN=1 pytest tests/test_golden.py` rewrites `golden/`; read the difference before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from alarmplan.analyse import analyse
from alarmplan.manual import manual
from alarmplan.pipeline import check, render_editions
from alarmplan.render.pages import PAGES
from alarmplan.render.view import View
from alarmplan.sources.folder import read_folder

# The pages of the reference are the same for every playbook, and made alike: one of each kind is enough.
SHOWN = {"reference/kind-checklist.md", "reference/rules-organisation.md"}
AS_OF = date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "golden"
MINIMAL = Path(__file__).parent / "playbooks" / "minimal"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))

PLAYBOOK = check(read_folder(MINIMAL, "minimal"), AS_OF).playbook


def rendered() -> Iterator[tuple[str, str]]:
    """Path below `golden/` and Markdown of every page, in every language."""
    assert PLAYBOOK is not None
    for edition in render_editions(PLAYBOOK, AS_OF):
        for page in edition.pages:
            yield f"{edition.language}/{page.path}", page.markdown()


PAGES_NOW = dict(rendered())
KEPT = [path for path in PAGES_NOW if "/reference/" not in path or path.partition("/")[2] in SHOWN]


@pytest.mark.parametrize("path", KEPT)
def test_page(path: str) -> None:
    golden = GOLDEN / path
    if UPDATE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(PAGES_NOW[path], "utf-8", newline="\n")
    assert PAGES_NOW[path] == golden.read_text("utf-8")


def test_no_golden_page_is_left_over() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    for path in kept - set(KEPT) if UPDATE else ():
        (GOLDEN / path).unlink()
        kept.remove(path)
    assert kept - set(KEPT) == set()


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__module__.rpartition(".")[2])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_of_page_is_among_them(make: object, language: str) -> None:
    assert PLAYBOOK is not None
    view = View(PLAYBOOK, analyse(PLAYBOOK), language, AS_OF, manual(language))
    pages = list(make(view))  # type: ignore[operator] # an entry of the registry
    assert pages
    assert {f"{language}/{page.path}" for page in pages} <= set(PAGES_NOW)
