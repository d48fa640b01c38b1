from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render import addresses
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.reference import described, listing
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    manual = view.manual
    yield make_page(
        view,
        "example_playbook",
        addresses.EXAMPLES,
        manual.labels["base_title"],
        search_boost=addresses.REFERENCE_BOOST,
        up=(addresses.RULES, manual.labels["families"]),
        lead=described(manual.labels["base"]),
        files=[listing(file) for file in manual.base],
    )
