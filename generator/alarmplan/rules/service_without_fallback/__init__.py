from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import Fault, judges


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    if service.criticality == "critical" and service.fallback is None:
        yield Fault(evidence.at(service, "id"), {"service": service.id})
