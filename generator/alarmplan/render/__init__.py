"""From the playbook to pages and sheets, in one language. Pure: what comes out is text and data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alarmplan.model.facts import Facts
from alarmplan.model.playbook import Playbook
from alarmplan.render.page import Page
from alarmplan.render.pages import PAGES
from alarmplan.render.sheet import Sheet
from alarmplan.render.sheets import SHEETS
from alarmplan.render.view import View


def render(playbook: Playbook, facts: Facts, language: str, as_of: date) -> tuple[Page, ...]:
    """All pages in reading order."""
    view = View(playbook, facts, language, as_of)
    return tuple(page for make in PAGES for page in make(view))


def render_sheets(playbook: Playbook, facts: Facts, language: str, as_of: date) -> Iterator[Sheet]:
    """All sheets for paper, as data; the outputs typeset them."""
    view = View(playbook, facts, language, as_of)
    for make in SHEETS:
        yield from make(view)
