from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import at_level, levels


@judges(Chain, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level, at the one above it."""
    steps = levels(evidence, chain)
    for position, ((_, level), (higher, next_level)) in enumerate(pairwise(steps)):
        above = [role for _, one in steps[position + 1 :] for role in at_level(chain, one)]
        severities = evidence.facts.reached[chain.id][level.id]
        lost: dict[str, list[str]] = {}
        where: dict[Place, None] = {}
        for severity in severities:
            held = _held(evidence, chain, above, severity)
            for place, decision in _alone(evidence, chain, level, severity):
                if decision not in held:
                    lost.setdefault(decision, []).append(severity)
                    where[place] = None
        if lost:
            decisions = ", ".join(_told(one, lost[one], severities) for one in sorted(lost))
            params = {"level": level.id, "higher": next_level.id, "decisions": decisions}
            place = evidence.at(chain, "levels", higher, "id")
            yield Fault(place, params, tuple(where))


def _alone(evidence: Evidence, chain: Chain, level: Level, severity: str) -> Iterator[tuple[Place, str]]:
    for role in (evidence.playbook.roles[id] for id in level.roles):
        for route, decision, partners in role.mandate.held_in(chain.severity_matrix, severity):
            if not partners:
                yield evidence.at(role, "mandate", *route), decision


def _held(evidence: Evidence, chain: Chain, roles: Iterable[str], severity: str) -> set[str]:
    """What these people may decide in any of their seats, alone or not."""
    seats = {seat for role in roles for seat in evidence.facts.persons[role]}
    mandates = (evidence.playbook.roles[seat].mandate for seat in seats)
    matrix = chain.severity_matrix
    return {decision for one in mandates for _, decision, _ in one.held_in(matrix, severity, or_elsewhere=True)}


def _told(decision: str, lost: Sequence[str], severities: Sequence[str]) -> str:
    """The decision, with the severities if it is missing in some only."""
    return decision if len(lost) == len(severities) else f"{decision} ({', '.join(lost)})"
