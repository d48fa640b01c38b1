from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import Fault, judges


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """One finding per commitment, at the first guarantee."""
    for number, commitment in enumerate(service.commitments):
        guarantees = [index for index, times in enumerate(commitment.targets) if times.binding == "guarantee"]
        if guarantees and commitment.consequence is None:
            place = evidence.at(service, "commitments", number, "targets", guarantees[0], "binding")
            yield Fault(place, {"commitment": commitment.id})
