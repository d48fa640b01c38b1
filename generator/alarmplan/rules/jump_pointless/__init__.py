from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import ranked
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    severities = ranked(evidence, chain)
    for index, level in enumerate(chain.levels):
        if level.jump_on and all(level.id in chain.entry_levels(severity.id) for severity in severities):
            place = evidence.at(chain, "levels", index, "jump_on", key=True)
            yield Fault(place, {"level": level.id})
