from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.process import Process
from alarmplan.render.flow import draw_process
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for process in view.playbook.of(Process).values():
        yield make_page(
            view,
            "process",
            f"processes/{process.id}.md",
            view.say(process.title),
            document=process,
            process=process,
            up=view.words["processes"],
            drawing=draw_process(view, process),
        )
