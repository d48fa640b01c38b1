from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.playbook import Playbook
from alarmplan.rules.alerted import alerted
from alarmplan.rules.check import Fault, fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix, Situation))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding for all levels. On a trigger, somebody at a level below may call one without a deadline."""
    reached = {one.index for one in alerted(evidence, chain)}
    lowest = min(reached, default=len(chain.levels))
    never = [
        index
        for index, level in enumerate(chain.levels)
        if index not in reached and not (level.triggers and index > lowest)
    ]
    if never:
        entered = _entered(evidence.playbook, chain)
        never = [index for index in never if index < entered]
    if never:
        places = [evidence.at(chain, "levels", index, "id") for index in never]
        params = {"levels": ", ".join(chain.levels[index].id for index in never)}
        yield fault(places, params)


def _entered(playbook: Playbook, chain: Chain) -> int:
    """The lowest level that a situation alerts at once; those above it may follow."""
    ids = {situation.enter_at for situation in playbook.of(Situation).values() if situation.chain == chain.id}
    return min((index for index, level in enumerate(chain.levels) if level.id in ids), default=len(chain.levels))
