from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    organisation = view.playbook.organisation
    words = view.words
    yield make_page(
        view,
        "organisation",
        "organisation.md",
        words["organisation"],
        document=organisation,
        section=words["section_upkeep"],
        organisation=organisation,
    )
