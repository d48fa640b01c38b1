from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for role in view.playbook.roles.values():
        yield make_page(
            view,
            "role",
            f"roles/{role.id}.md",
            view.say(role.title),
            document=role,
            role=role,
            up=view.words["roles"],
        )
