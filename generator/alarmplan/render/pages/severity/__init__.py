from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "severity",
        "severity.md",
        words["severity"],
        section=words["section_act"],
        description=words["severity_lead"],
        matrices=tuple(view.playbook.matrices.values()),
    )
