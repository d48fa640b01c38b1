from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.role import Role
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "talks",
        "talks.md",
        words["talks"],
        section=words["section_who"],
        description=words["talks_lead"],
        audiences=tuple(view.playbook.audiences.values()),
        roles=tuple(_talking(view)),
    )


def _talking(view: View) -> Iterator[Role]:
    """The roles that speak, send or approve at all."""
    acting = {role for row in view.facts.plan for role in (row.sender, row.approval)}
    return (role for role in view.roles if role.mandate.audiences or role.id in acting)
