"""Who may speak to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Place, Route

Sent = tuple[Place, str | None, str]  # where the sender is named, the sender, the audience


def may_speak(evidence: Evidence, roles: Iterable[str], audience: str) -> bool:
    """Whether one of the roles may speak to the audience, in whichever of its person's seats.

    Of an audience to which nobody may speak that is found once, at the audience; here it counts as settled.
    """
    speakers = evidence.facts.speakers.get(audience)
    return not speakers or any(evidence.facts.persons[role] & speakers for role in roles)


def sent_in_situations(evidence: Evidence) -> Iterator[Sent]:
    """What somebody named is to send in the course of a situation; who owns an incident depends on its course."""
    templates = evidence.playbook.of(Template)
    for situation in evidence.playbook.of(Situation).values():
        for route, sender, template in _tasks(situation):
            if template and sender != "owner":
                yield evidence.at(situation, *route), sender, templates[template].audience


def _tasks(situation: Situation) -> Iterator[tuple[Route, str | None, str | None]]:
    """Where each task names who does it, who that is, and the words for it, if it is a message."""
    for index, action in enumerate(situation.first_reaction):
        yield ("first_reaction", index, "doer"), action.doer, action.template
    for position, phase in enumerate(situation.phases):
        for index, action in enumerate(phase.steps):
            yield ("phases", position, "steps", index, "doer"), action.doer, action.template
    for index, deadline in enumerate(situation.deadlines):
        yield ("deadlines", index, "by"), deadline.by, deadline.template
