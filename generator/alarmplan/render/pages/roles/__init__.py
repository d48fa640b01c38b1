from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "roles",
        "roles.md",
        words["roles"],
        section=words["section_who"],
        description=words["roles_lead"],
        roles=tuple(view.playbook.roles.values()),
    )
