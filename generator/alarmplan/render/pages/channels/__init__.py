from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.catalogues import Channels
from alarmplan.render.make_page import make_page
from alarmplan.render.outages import outage
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    catalogues = tuple(view.playbook.of(Channels).values())
    yield make_page(
        view,
        "channels",
        "channels.md",
        words["channels"],
        section=words["section_talk"],
        documents=catalogues,
        description=words["channels_lead"],
        channels=[entry for catalogue in catalogues for entry in catalogue.channels],
        outages=[outage(view, part) for catalogue in catalogues for part in catalogue.infrastructure],
    )
