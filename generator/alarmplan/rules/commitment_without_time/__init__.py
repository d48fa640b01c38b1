from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.service import Commitment, Service
from alarmplan.model.place import Route
from alarmplan.rules.check import judges

_SHOWN = 5  # further places of one finding


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Finding]:
    """One finding per commitment; an availability is a promise without times."""
    for number, commitment in enumerate(service.commitments):
        places = [evidence.at(service, "commitments", number, *route) for route in _lacking(commitment)]
        if places:
            first, *others = places
            yield Finding("commitment-without-time", first, {"commitment": commitment.id}, tuple(others[:_SHOWN]))


def _lacking(commitment: Commitment) -> list[Route]:
    if not commitment.targets and commitment.availability is None:
        return [("id",)]
    return [
        ("targets", index)
        for index, times in enumerate(commitment.targets)
        if times.first_response is None and times.solution is None
    ]
