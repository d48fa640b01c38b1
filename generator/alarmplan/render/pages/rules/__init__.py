from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render import addresses
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    manual = view.manual
    yield make_page(
        view,
        "rules",
        addresses.RULES,
        manual.labels["families"],
        section=view.words["section_reference"],
        description=view.words["rules_lead"],
        search_boost=addresses.REFERENCE_BOOST,
        families=[
            (family, [(addresses.rule_page(family.id, r.id), r) for r in family.rules])
            for family in manual.families
        ],
    )
