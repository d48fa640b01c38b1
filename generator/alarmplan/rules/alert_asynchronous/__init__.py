from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.worst import unheard, worst_alerts


@judges(Chain, reads=(Chain, Channels, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    for alert in worst_alerts(evidence, chain):
        if unheard(evidence, alert.channels):
            params = {"level": alert.level.id, "severity": alert.severity, "channels": ", ".join(alert.channels)}
            yield Fault(alert.place, params)
