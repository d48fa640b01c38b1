from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render import addresses
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.reference import described, key_heading, key_link, listing, property_list, property_text
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    manual = view.manual
    for kind in manual.kinds:
        path = addresses.kind_page(kind.kind)
        yield make_page(
            view,
            "kind",
            path,
            view.words["kind_named"].format(title=kind.title),
            search_boost=addresses.REFERENCE_BOOST,
            up=(addresses.KINDS, manual.labels["kinds"]),
            labels=manual.labels,
            description=kind.description,
            lead=described(kind.description),
            sample=listing(kind.sample),
            links=[key_link(property) for property in kind.properties],
            own=[(key_heading(property), property_text(manual, property, path)) for property in kind.properties],
            shared=property_list(manual, kind.shared, path),
        )
