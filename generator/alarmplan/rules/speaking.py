"""Who may speak to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Place, Route
from alarmplan.rules.severities import in_use


class Sent(NamedTuple):
    """Where it says so, who sends it, to whom; None where nobody is named, or whoever owns the incident."""

    place: Place
    sender: str | None
    audience: str


def may_speak(evidence: Evidence, roles: Iterable[str], audience: str) -> bool:
    """Whether one of the roles may speak to the audience, in whichever of its person's seats.

    Of an audience to which nobody may speak that is found once, at the audience; here it counts as settled.
    """
    speakers = evidence.facts.speakers.get(audience)
    return not speakers or any(evidence.facts.persons[role] & speakers for role in roles)


def sent(evidence: Evidence) -> Iterator[Sent]:
    """Everything that somebody is to be told in words of ours; a deliberate none is nothing to be told."""
    yield from _updates(evidence)
    yield from _informs(evidence)
    yield from _in_situations(evidence)


def _updates(evidence: Evidence) -> Iterator[Sent]:
    """Those of matrices that a chain uses."""
    for matrix in evidence.playbook.matrices.values():
        for level, severity in enumerate(matrix.levels if in_use(evidence, matrix) else ()):
            for index, update in enumerate(severity.updates):
                if not update.is_none:
                    key = "by" if update.by else "audience"
                    place = evidence.at(matrix, "levels", level, "updates", index, key)
                    yield Sent(place, update.by, update.audience)


def _informs(evidence: Evidence) -> Iterator[Sent]:
    templates = evidence.playbook.of(Template)
    for chain in evidence.playbook.of(Chain).values():
        for index, inform in enumerate(chain.inform):
            if inform.template:
                place = evidence.at(chain, "inform", index, "by" if inform.by else "template")
                yield Sent(place, inform.by, templates[inform.template].audience)


def _in_situations(evidence: Evidence) -> Iterator[Sent]:
    """In the course of a situation, by somebody who is named; who owns an incident depends on its course."""
    templates = evidence.playbook.of(Template)
    for situation in evidence.playbook.of(Situation).values():
        for route, sender, template in _tasks(situation):
            if template and sender != "owner":
                yield Sent(evidence.at(situation, *route), sender, templates[template].audience)


def _tasks(situation: Situation) -> Iterator[tuple[Route, str | None, str | None]]:
    """Where each task names who does it, who that is, and the words for it, if it is a message."""
    for index, action in enumerate(situation.first_reaction):
        yield ("first_reaction", index, "doer"), action.doer, action.template
    for position, phase in enumerate(situation.phases):
        for index, action in enumerate(phase.steps):
            yield ("phases", position, "steps", index, "doer"), action.doer, action.template
    for index, deadline in enumerate(situation.deadlines):
        yield ("deadlines", index, "by"), deadline.by, deadline.template
