from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import alerted, unsaid
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, Channels, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """A level without channels is told by another rule."""
    levels = list(alerted(evidence, chain))
    if not levels or any(unsaid(one.level.via, one.severities) for one in levels):
        return
    channels = evidence.playbook.channels
    if not any(channels[channel].leaves_record for channel in _channels(chain)):
        yield Fault(evidence.at(chain, "id"), {"chain": chain.id})


def _channels(chain: Chain) -> Iterator[str]:
    for level in chain.levels:
        yield from level.via.all()
    for alongside in chain.alongside:
        yield from alongside.via.all()
    for inform in chain.inform:
        yield from inform.via
    for lateral in chain.lateral:
        yield from lateral.via
    for intake in chain.intake:
        yield intake.via
