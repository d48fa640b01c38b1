from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.communication import InformationPackage
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "information_packages",
        "information-packages.md",
        words["packages"],
        section=words["section_talk"],
        description=words["packages_lead"],
        packages=tuple(view.playbook.of(InformationPackage).values()),
    )
