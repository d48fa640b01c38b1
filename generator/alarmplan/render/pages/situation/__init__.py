from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.kinds.situation import Action, Situation
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for situation in view.playbook.of(Situation).values():
        yield make_page(
            view,
            "situation",
            f"situations/{situation.id}.md",
            view.say(situation.title),
            document=situation,
            situation=situation,
            chain=view.playbook.chains[situation.chain],
            first_open=_unassigned(situation.first_reaction),
            later_open=_unassigned(step for phase in situation.phases for step in phase.steps),
            up=view.words["situations"],
        )


def _unassigned(actions: Iterable[Action]) -> bool:
    """Whether one of them names nobody: before anybody owns the incident, that means whoever noticed it."""
    return any(action.doer is None for action in actions)
