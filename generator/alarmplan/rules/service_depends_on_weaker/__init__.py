from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.rules.check import Fault, judges

_ORDER = ("critical", "high", "medium", "low")


@judges(Service, reads=(Service,))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """Two steps apart and no fallback: one step is a matter of taste."""
    services = evidence.playbook.of(Service)
    for number, id in enumerate(service.depends_on):
        other = services[id]
        apart = _ORDER.index(other.criticality) - _ORDER.index(service.criticality)
        if apart > 1 and other.fallback is None:
            params = {
                "service": service.id,
                "needed": id,
                "criticality": service.criticality,
                "rating": other.criticality,
            }
            rating = evidence.at(other, "criticality")
            place = evidence.at(service, "depends_on", number)
            yield Fault(place, params, (rating,))
