from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import judges


@judges(Service)
def check(evidence: Evidence, service: Service) -> Iterator[Finding]:
    if service.criticality == "critical" and service.fallback is None:
        yield Finding("service-without-fallback", evidence.at(service, "id"), {"service": service.id})
