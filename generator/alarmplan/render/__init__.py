"""From the playbook to pages and sheets, in one language. Pure: what comes out is text and data."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.page import Page
from alarmplan.render.pages import PAGES
from alarmplan.render.sheet import Sheet
from alarmplan.render.sheets import SHEETS
from alarmplan.render.view import View


def render(view: View) -> tuple[Page, ...]:
    """All pages in reading order."""
    return tuple(page for make in PAGES for page in make(view))


def render_sheets(view: View) -> Iterator[Sheet]:
    """All sheets for paper, as data; the outputs typeset them."""
    for make in SHEETS:
        yield from make(view)
