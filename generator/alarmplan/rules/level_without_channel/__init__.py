from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import alerted, gaps
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.worst import silent_in_the_worst


@judges(Chain, reads=(Chain, Channels, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """If it is missing for the worst severity, that weighs more and is a finding of its own."""
    levels = [one for one in alerted(evidence, chain) if not silent_in_the_worst(evidence, chain, one)]
    for place, params in gaps(evidence, chain, levels, "via"):
        yield Fault(place, params)
