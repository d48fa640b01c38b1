from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import helping
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    for index, alongside, _ in helping(evidence, chain):
        if not alongside.task:
            place = evidence.at(chain, "alongside", index, "role")
            yield Fault(place, {"role": alongside.role})
