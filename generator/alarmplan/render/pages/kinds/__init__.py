from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render import addresses
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.reference import described, property_list
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    manual = view.manual
    shared = manual.kinds[0].shared if manual.kinds else ()
    yield make_page(
        view,
        "kinds",
        addresses.KINDS,
        manual.labels["kinds"],
        section=view.words["section_reference"],
        description=view.words["kinds_lead"],
        search_boost=addresses.REFERENCE_BOOST,
        kinds=[(addresses.kind_page(kind.kind), kind) for kind in manual.kinds],
        definitions=manual.definitions,
        labels=manual.labels,
        described=described,
        shared=property_list(manual, shared, addresses.KINDS),
    )
