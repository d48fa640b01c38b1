from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import names_time


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    for number, commitment in enumerate(service.commitments):
        if commitment.calendar is None and any(map(names_time, commitment.targets)):
            place = evidence.at(service, "commitments", number, "id")
            yield Fault(place, {"commitment": commitment.id})
