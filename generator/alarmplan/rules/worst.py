"""By which ways the levels of a chain are alerted when it matters most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.place import Place
from alarmplan.rules.alerted import Alerted, alerted, written


@dataclass(frozen=True, slots=True)
class WorstAlert:
    """A level that the worst severity reaches, its channels then, and where they stand."""

    level: Level
    severity: str
    channels: tuple[str, ...]
    place: Place


def worst_alerts(evidence: Evidence, chain: Chain) -> Iterator[WorstAlert]:
    """A level without channels is left out: that is a finding of its own."""
    worst = evidence.playbook.matrices[chain.severity_matrix].worst.id
    for one in alerted(evidence, chain):
        channels = one.level.via.at(worst) if worst in one.severities else None
        if channels:
            place = written(evidence, chain, one.level.via, worst, "levels", one.index, "via")
            yield WorstAlert(one.level, worst, channels, place)


def silent_in_the_worst(evidence: Evidence, chain: Chain, one: Alerted) -> bool:
    """Whether a level that the worst severity reaches does not say through which channels it is alerted then."""
    worst = evidence.playbook.matrices[chain.severity_matrix].worst.id
    return worst in one.severities and one.level.via.at(worst) is None and unheard(evidence, ())


def unheard(evidence: Evidence, ids: Sequence[str]) -> bool:
    """Whether nobody answers at once on any of them. Who has no such channel at all has decided to do without."""
    channels = evidence.playbook.channels
    return not any(channels[id].synchronous for id in ids) and any(one.synchronous for one in channels.values())
