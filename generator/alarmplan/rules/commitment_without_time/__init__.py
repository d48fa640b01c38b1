from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Commitment, Service
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, fault, judges


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """One finding per commitment; an availability is a promise without times."""
    for number, commitment in enumerate(service.commitments):
        places = [evidence.at(service, "commitments", number, *route) for route in _lacking(commitment)]
        if places:
            yield fault(places, {"commitment": commitment.id})


def _lacking(commitment: Commitment) -> list[Route]:
    if not commitment.targets and commitment.availability is None:
        return [("id",)]
    return [
        ("targets", index)
        for index, times in enumerate(commitment.targets)
        if times.first_response is None and times.solution is None
    ]
