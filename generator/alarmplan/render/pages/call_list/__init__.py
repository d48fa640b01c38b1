from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.calls import call_groups
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "call_list",
        "call-list.md",
        words["call_list"],
        section=words["section_act"],
        description=words["call_list_lead"],
        groups=tuple(call_groups(view)),
        sheet=f"sheets/call-list-{view.playbook.organisation.id}.pdf",
    )
