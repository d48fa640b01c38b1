from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.playbook import Playbook
from alarmplan.rules.alerted import Alerted, alerted, written
from alarmplan.rules.check import judges

_SHOWN = 5  # further places of one finding


@judges(Chain, reads=(Chain, Channels, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding for all levels that depend on the same."""
    worst = evidence.playbook.matrices[chain.severity_matrix].worst.id
    depending: dict[tuple[str, ...], list[Alerted]] = {}
    for one in alerted(evidence, chain):
        via = one.level.via.at(worst) if worst in one.severities else None
        if via and (common := _common(evidence.playbook, via)):
            depending.setdefault(common, []).append(one)
    for common, levels in depending.items():
        first, *others = (
            written(evidence, chain, one.level.via, worst, "levels", one.index, "via") for one in levels
        )
        params = {
            "severity": worst,
            "levels": ", ".join(one.level.id for one in levels),
            "infrastructure": ", ".join(common),
        }
        yield Finding("level-one-infrastructure", first, params, tuple(others[:_SHOWN]))


def _common(playbook: Playbook, via: Sequence[str]) -> tuple[str, ...]:
    """What every one of the channels needs."""
    needs = [playbook.channels[channel].needs for channel in via]
    return tuple(need for need in needs[0] if all(need in of_other for of_other in needs))
