from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.checklist import Checklist
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "checklists",
        "checklists.md",
        words["checklists"],
        section=words["section_act"],
        description=words["checklists_lead"],
        checklists=tuple(view.playbook.of(Checklist).values()),
    )
