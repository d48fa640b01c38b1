from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    catalogues = tuple(view.playbook.of(Decisions).values())
    decisions = [decision for catalogue in catalogues for decision in catalogue.decisions]
    yield make_page(
        view,
        "decisions",
        "decisions.md",
        words["decisions"],
        section=words["section_who"],
        documents=catalogues,
        description=words["decisions_lead"],
        decisions=decisions,
        holders=view.facts.holders,
        roles=[role for role in view.playbook.roles.values() if role.mandate.decides],
    )
