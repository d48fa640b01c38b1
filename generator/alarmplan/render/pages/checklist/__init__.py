from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.checklist import Checklist
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for checklist in view.playbook.of(Checklist).values():
        yield make_page(
            view,
            "checklist",
            f"checklists/{checklist.id}.md",
            view.say(checklist.title),
            document=checklist,
            checklist=checklist,
            up=view.words["checklists"],
        )
