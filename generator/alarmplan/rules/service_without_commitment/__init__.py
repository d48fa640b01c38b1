from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import judges


@judges(Service, reads=(Service,))
def check(evidence: Evidence, service: Service) -> Iterator[Finding]:
    """What others need in order to keep their promises needs no promise of its own."""
    services = evidence.playbook.of(Service)
    promised = any(services[other].commitments for other in evidence.facts.needed_by[service.id])
    if service.criticality in ("critical", "high") and not service.commitments and not promised:
        params = {"service": service.id, "criticality": service.criticality}
        yield Finding("service-without-commitment", evidence.at(service, "id"), params)
