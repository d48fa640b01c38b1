from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.process import Process
from alarmplan.render.flow import draw_process
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    if processes := tuple(view.playbook.of(Process).values()):
        yield make_page(
            view,
            "processes",
            "processes.md",
            words["processes"],
            section=words["section_services"],
            description=words["processes_lead"],
            processes=processes,
            drawings={process.id: draw_process(view, process) for process in processes},
        )
