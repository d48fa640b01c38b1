from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.playbook import Playbook
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.worst import WorstAlert, unheard, worst_alerts


@judges(Chain, reads=(Chain, Channels, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding for all levels that depend on the same. Where nobody answers at once, that comes first."""
    depending: dict[tuple[str, ...], list[WorstAlert]] = {}
    for alert in worst_alerts(evidence, chain):
        common = _common(evidence.playbook, alert.channels)
        if common and not unheard(evidence, alert.channels):
            depending.setdefault(common, []).append(alert)
    for common, alerts in depending.items():
        params = {
            "severity": alerts[0].severity,
            "levels": ", ".join(alert.level.id for alert in alerts),
            "infrastructure": ", ".join(common),
        }
        yield fault([alert.place for alert in alerts], params)


def _common(playbook: Playbook, channels: Sequence[str]) -> tuple[str, ...]:
    """What every one of the channels needs."""
    needs = [playbook.channels[channel].needs for channel in channels]
    return tuple(need for need in needs[0] if all(need in of_other for of_other in needs))
