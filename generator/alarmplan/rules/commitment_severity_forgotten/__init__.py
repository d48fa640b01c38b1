from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import covered, severities, targets


@judges(Service, reads=(SeverityMatrix,))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """All our contracts for a service together, and only what is worse than something promised: a contract for
    the worst alone is a good one. What suppliers promise us is theirs to cut.
    """
    playbook = evidence.playbook
    ours = [times for _, commitment, times in targets(service) if commitment.by is None]
    named = {level.id for times in ours for level in covered(playbook, service, times)}
    levels = severities(playbook, service)
    mildest = max((level.rank for level in levels if level.id in named), default=0)
    forgotten = [level.id for level in levels if level.id not in named and level.rank < mildest]
    if forgotten:
        milder = next(level.id for level in levels if level.rank == mildest and level.id in named)
        params = {"service": service.id, "severities": ", ".join(forgotten), "milder": milder}
        yield Fault(evidence.at(service, "commitments", key=True), params)
