from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import Fault, judges


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    if service.criticality in ("critical", "high") and service.operated_by is None:
        params = {"service": service.id, "criticality": service.criticality}
        yield Fault(evidence.at(service, "id"), params)
