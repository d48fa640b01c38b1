from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.situation import Situation
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    if situations := worst_first(view):
        yield make_page(
            view,
            "situations",
            "situations.md",
            words["situations"],
            section=words["section_act"],
            description=words["situations_lead"],
            situations=situations,
        )


def worst_first(view: View) -> list[Situation]:
    """All situations; those of one rank by their titles."""
    return sorted(
        view.playbook.of(Situation).values(),
        key=lambda situation: (_rank(view, situation), view.say(situation.title)),
    )


def _rank(view: View, situation: Situation) -> int:
    levels = view.playbook.matrices[situation.severity_matrix].levels
    return next(severity.rank for severity in levels if severity.id == situation.severity)
