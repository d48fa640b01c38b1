from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for matrix in view.playbook.matrices.values():
        yield make_page(
            view,
            "severity_matrix",
            f"severity/{matrix.id}.md",
            view.say(matrix.title),
            document=matrix,
            matrix=matrix,
            up=view.words["severity"],
        )
