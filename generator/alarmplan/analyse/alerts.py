from __future__ import annotations

from collections.abc import Mapping

from alarmplan.model.kinds.chain import Chain
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
