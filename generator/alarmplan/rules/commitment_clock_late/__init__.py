from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Commitment, Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import covered, names_time


@judges(Service, reads=(SeverityMatrix,))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """The first response of the matrix bounds the wait; that a matrix forgot it is another rule's finding.

    How long a supplier takes to accept a report is its own business and stands nowhere.
    """
    for number, commitment in enumerate(service.commitments):
        late = commitment.clock_start != "reported" and commitment.by is None
        if late and any(map(names_time, commitment.targets)) and not _bounded(evidence, service, commitment):
            params = {"commitment": commitment.id, "clock_start": commitment.clock_start}
            place = evidence.at(service, "commitments", number, "clock_start")
            yield Fault(place, params)


def _bounded(evidence: Evidence, service: Service, commitment: Commitment) -> bool:
    promised = filter(names_time, commitment.targets)
    levels = [level for times in promised for level in covered(evidence.playbook, service, times)]
    return bool(levels) and not any(level.first_response and level.first_response.is_none for level in levels)
