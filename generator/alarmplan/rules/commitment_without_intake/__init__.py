from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.service import Commitment, Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import calls_nobody, chain_of, names_time


@judges(Service, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """Only where times are promised: nothing begins to run with a report otherwise."""
    for number, commitment in enumerate(service.commitments):
        timed = any(map(names_time, commitment.targets))
        if timed and not commitment.intake and not _known(evidence, service, commitment):
            place = evidence.at(service, "commitments", number, "id")
            yield Fault(place, {"commitment": commitment.id})


def _known(evidence: Evidence, service: Service, commitment: Commitment) -> bool:
    """Whether the place to report to is said elsewhere, or its absence is another rule's finding.

    Reports come in to the chain; those to a supplier go to the role that runs the service.
    """
    operator = evidence.playbook.roles.get(service.operated_by or "")
    if operator is not None and operator.external and operator.reachable:
        return True
    if commitment.by is not None:
        return False
    lost = service.criticality != "low" and calls_nobody(evidence.playbook, service)
    return lost or chain_of(evidence.playbook, service) is not None
