from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Place
from alarmplan.model.playbook import Playbook


def check(playbook: Playbook, situation: Situation) -> Iterator[Finding]:
    chain = playbook.of(Chain).get(situation.chain)
    if chain is None or situation.enter_at or chain.entry_levels(situation.severity):
        return
    if _comparable(playbook, situation, chain):
        place = Place(playbook.path(situation), ("severity",))
        params = {"severity": situation.severity, "chain": chain.id}
        entry = Place(playbook.path(chain), ("entry",), at_key=True)
        yield Finding("situation-alerts-nobody", place, params, (entry,))


def _comparable(playbook: Playbook, situation: Situation, chain: Chain) -> bool:
    """Whether both speak of severities that exist, of one matrix; else that is found already."""
    matrix = playbook.matrices.get(chain.severity_matrix)
    if matrix is None or situation.severity_matrix != matrix.id:
        return False
    return {situation.severity, *chain.entry} <= {severity.id for severity in matrix.levels}
