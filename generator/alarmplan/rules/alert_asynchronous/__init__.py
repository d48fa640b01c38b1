from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import alerted, written
from alarmplan.rules.check import judges


@judges(Chain, reads=(Chain, Channels, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """Who has no channel on which anybody answers at once has decided to do without."""
    channels = evidence.playbook.channels
    if not any(channel.synchronous for channel in channels.values()):
        return
    worst = evidence.playbook.matrices[chain.severity_matrix].worst.id
    for one in alerted(evidence, chain):
        via = one.level.via.at(worst) if worst in one.severities else None
        if via and not any(channels[channel].synchronous for channel in via):
            place = written(evidence, chain, one.level.via, worst, "levels", one.index, "via")
            params = {"level": one.level.id, "severity": worst, "channels": ", ".join(via)}
            yield Finding("alert-asynchronous", place, params)
