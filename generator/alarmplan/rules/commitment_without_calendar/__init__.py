from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.service import Commitment, Service
from alarmplan.rules.check import judges


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Finding]:
    for number, commitment in enumerate(service.commitments):
        if commitment.calendar is None and _names_times(commitment):
            place = evidence.at(service, "commitments", number, "id")
            yield Finding("commitment-without-calendar", place, {"commitment": commitment.id})


def _names_times(commitment: Commitment) -> bool:
    durations = (time for times in commitment.targets for time in (times.first_response, times.solution))
    return any(duration and not duration.is_none for duration in durations)
