from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import judges
from alarmplan.rules.promises import names_time


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Finding]:
    for number, commitment in enumerate(service.commitments):
        if commitment.calendar is None and any(map(names_time, commitment.targets)):
            place = evidence.at(service, "commitments", number, "id")
            yield Finding("commitment-without-calendar", place, {"commitment": commitment.id})
