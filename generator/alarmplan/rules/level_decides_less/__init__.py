from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import judges
from alarmplan.rules.seats import SHOWN, at_level, levels


@judges(Chain, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding per level, at the one above it."""
    steps = levels(evidence, chain)
    above: set[str] = set()
    found: list[Finding] = []
    for (_, level), (higher, next_level) in reversed(list(pairwise(steps))):
        above |= _held(evidence, at_level(chain, next_level))
        if lost := _alone(evidence, level) - above:
            params = {"level": level.id, "higher": next_level.id, "decisions": ", ".join(sorted(lost))}
            place = evidence.at(chain, "levels", higher, "id")
            related = tuple(_places(evidence, level, lost))[:SHOWN]
            found.append(Finding("level-decides-less", place, params, related))
    yield from reversed(found)


def _alone(evidence: Evidence, level: Level) -> set[str]:
    return {decision for role in level.roles for decision in evidence.playbook.roles[role].mandate.alone}


def _held(evidence: Evidence, roles: Iterable[str]) -> set[str]:
    """What these people may decide in any of their seats, alone or not."""
    seats = {seat for role in roles for seat in evidence.facts.persons[role]}
    return {decision for seat in seats for decision in evidence.playbook.roles[seat].mandate.held()}


def _places(evidence: Evidence, level: Level, decisions: set[str]) -> Iterator[Place]:
    for role in (evidence.playbook.roles[id] for id in level.roles):
        for index, decision in enumerate(role.mandate.alone):
            if decision in decisions:
                yield evidence.at(role, "mandate", "alone", index)
