from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import gaps, leading
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """Where a higher level is alerted from the start, its time counts."""
    for place, params in gaps(evidence, chain, leading(evidence, chain), "escalate_after"):
        yield Fault(place, params)
