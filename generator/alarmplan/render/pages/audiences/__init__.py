from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.catalogues import Audiences
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    catalogues = tuple(view.playbook.of(Audiences).values())
    yield make_page(
        view,
        "audiences",
        "audiences.md",
        words["audiences"],
        section=words["section_talk"],
        documents=catalogues,
        description=words["audiences_lead"],
        audiences=[entry for catalogue in catalogues for entry in catalogue.audiences],
    )
