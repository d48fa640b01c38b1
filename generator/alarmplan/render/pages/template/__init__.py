from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.communication import Template
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for message in view.playbook.of(Template).values():
        yield make_page(
            view,
            "template",
            f"templates/{message.id}.md",
            view.say(message.title),
            document=message,
            message=message,
            planned=view.facts.planned.get(message.id, ()),
            up=view.words["templates"],
        )
