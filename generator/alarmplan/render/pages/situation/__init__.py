from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.situation import Situation
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for situation in view.playbook.of(Situation).values():
        yield make_page(
            view,
            "situation",
            f"situations/{situation.id}.md",
            view.say(situation.title),
            document=situation,
            situation=situation,
            chain=view.playbook.chains[situation.chain],
            up=view.words["situations"],
        )
