from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import leading
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """Where the last level is alerted from the start, there is nowhere to move on to."""
    if chain.advance is None and any(leading(evidence, chain)):
        yield Fault(evidence.at(chain, "id"), {"chain": chain.id})
