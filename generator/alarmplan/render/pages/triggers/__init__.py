from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.catalogues import Triggers
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    catalogues = tuple(view.playbook.of(Triggers).values())
    yield make_page(
        view,
        "triggers",
        "triggers.md",
        words["triggers"],
        section=words["section_act"],
        documents=catalogues,
        description=words["triggers_lead"],
        hard=[trigger for catalogue in catalogues for trigger in catalogue.hard],
        soft=[trigger for catalogue in catalogues for trigger in catalogue.soft],
    )
