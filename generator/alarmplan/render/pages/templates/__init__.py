from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.communication import Template
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "templates",
        "templates.md",
        words["templates"],
        section=words["section_talk"],
        description=words["templates_lead"],
        templates=tuple(view.playbook.of(Template).values()),
    )
