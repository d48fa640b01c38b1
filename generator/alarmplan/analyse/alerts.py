from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from alarmplan.model.facts import Alert, Running
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Route
from alarmplan.model.playbook import Playbook

Reached = Mapping[str, Mapping[str, tuple[str, ...]]]


def reached(playbook: Playbook) -> Reached:
    """For every chain the severities in which each of its levels may be alerted; levels in none are left out."""
    return {chain.id: _levels(playbook, chain) for chain in playbook.of(Chain).values()}


def _levels(playbook: Playbook, chain: Chain) -> Mapping[str, tuple[str, ...]]:
    matrix = playbook.matrices.get(chain.severity_matrix)
    found: dict[str, tuple[str, ...]] = {}
    for severity in (one.id for one in matrix.levels) if matrix else chain.entry:
        for level in chain.reached(severity):
            found[level.id] = (*found.get(level.id, ()), severity)
    return found


def running(playbook: Playbook, reached: Reached) -> Mapping[str, Running]:
    """For every chain the times that may run.

    Judgement may alert a level too, if it is above those that are alerted or has triggers; and a situation alerts
    its own.
    """
    entered: dict[str, set[str]] = {}
    for situation in playbook.of(Situation).values():
        if situation.enter_at:
            entered.setdefault(situation.chain, set()).add(situation.enter_at)
    return {
        chain.id: _running(chain, reached[chain.id], entered.get(chain.id, set()))
        for chain in playbook.of(Chain).values()
    }


def _running(chain: Chain, reached: Mapping[str, tuple[str, ...]], entered: Collection[str]) -> Running:
    acknowledge, escalate = set(), set()
    own = min((at for at, level in enumerate(chain.levels) if level.id in entered), default=len(chain.levels))
    for severity, entry in chain.entry.items():
        governing = min(own, chain.highest_entry(severity))
        for at, level in enumerate(chain.levels):
            called = severity in reached.get(level.id, ()) or bool(entry and level.triggers)
            if at >= governing or called:
                acknowledge.add((level.id, severity))
            if governing <= at < len(chain.levels) - 1:
                escalate.add((level.id, severity))
    return Running(frozenset(acknowledge), frozenset(escalate))


def alerts(playbook: Playbook, reached: Reached) -> Mapping[str, tuple[Alert, ...]]:
    """For every role where it is alerted, chain by chain."""
    found: dict[str, list[Alert]] = {}
    for chain in playbook.of(Chain).values():
        for role, alert in (*_leading(chain, reached[chain.id]), *_alongside(chain, reached[chain.id])):
            found.setdefault(role, []).append(alert)
    return {role: tuple(of_role) for role, of_role in found.items()}


def _leading(chain: Chain, levels: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Alert]]:
    for index, level in enumerate(chain.levels):
        for position, role in enumerate(level.roles if level.id in levels else ()):
            route: Route = ("levels", index, "roles", position)
            yield role, Alert(chain.id, level.id, route, levels[level.id], level.via, leads=True)


def _alongside(chain: Chain, levels: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Alert]]:
    for index, beside in enumerate(chain.alongside):
        of_level = levels.get(beside.level, ())
        if severities := tuple(one for one in of_level if not beside.severities or one in beside.severities):
            route: Route = ("alongside", index, "role")
            yield beside.role, Alert(chain.id, beside.level, route, severities, beside.via, leads=False)
