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
    """What is missing for milder severities as well is the same finding."""
    levels = [one for one in alerted(evidence, chain) if silent_in_the_worst(evidence, chain, one)]
    for place, params in gaps(evidence, chain, levels, "via"):
        yield Fault(place, params)
