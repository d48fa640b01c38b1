from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.kinds.page import ProsePage
from alarmplan.render.collation import collation
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for page in by_title(view):
        yield make_page(
            view,
            "prose_page",
            f"pages/{page.id}.md",
            view.say(page.title),
            section=view.words["section_background"],
            document=page,
            page=page,
        )


def by_title(view: View) -> Sequence[ProsePage]:
    """In the order in which they stand in the navigation."""
    return sorted(view.playbook.of(ProsePage).values(), key=lambda page: collation(view.say(page.title)))
