from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.communication import InformationPackage
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for package in view.playbook.of(InformationPackage).values():
        yield make_page(
            view,
            "information_package",
            f"information-packages/{package.id}.md",
            view.say(package.title),
            document=package,
            package=package,
            up=view.words["packages"],
        )
