from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import ranked
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(SeverityMatrix,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    absent = [severity.id for severity in ranked(evidence, chain) if severity.id not in chain.entry]
    if absent:
        params = {"chain": chain.id, "severities": ", ".join(absent)}
        yield Fault(evidence.at(chain, "entry", key=True), params)
