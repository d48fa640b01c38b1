from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import Fault, judges


@judges(Service, reads=(Service,))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    if service.criticality in ("critical", "high") and not _promised(evidence, service):
        params = {"service": service.id, "criticality": service.criticality}
        yield Fault(evidence.at(service, "id"), params)


def _promised(evidence: Evidence, service: Service) -> bool:
    """What others need in order to keep their promises, however far away, needs no promise of its own."""
    services = evidence.playbook.of(Service)
    seen, waiting = {service.id}, [service.id]
    while waiting:
        id = waiting.pop()
        if services[id].commitments:
            return True
        new = [other for other in evidence.facts.needed_by[id] if other not in seen]
        seen.update(new)
        waiting.extend(new)
    return False
