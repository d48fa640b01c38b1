from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "communication",
        "communication.md",
        words["communication_plan"],
        section=words["section_talk"],
        description=words["communication_lead"],
        matrices=tuple(view.playbook.matrices.values()),
        rows={
            (matrix.id, severity.id): [
                row for row in view.facts.plan if (row.matrix, row.severity) == (matrix.id, severity.id)
            ]
            for matrix in view.playbook.matrices.values()
            for severity in matrix.levels
        },
    )
