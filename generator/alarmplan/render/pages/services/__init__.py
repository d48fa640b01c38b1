from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.service import Service
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View

_WORST_FIRST = ("critical", "high", "medium", "low")


def pages(view: View) -> Iterator[Page]:
    words = view.words
    services = sorted(
        view.playbook.of(Service).values(),
        key=lambda service: (_WORST_FIRST.index(service.criticality), view.say(service.title)),
    )
    if services:
        yield make_page(
            view,
            "services",
            "services.md",
            words["services"],
            section=words["section_services"],
            description=words["services_lead"],
            services=services,
        )
