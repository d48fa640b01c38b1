from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import covered, targets

_KEYS = ("first_response", "solution")


@judges(Service, reads=(SeverityMatrix,))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """A target and a guarantee side by side are two promises; so are a response and a solution."""
    first: dict[tuple[str, str, str, str], Place] = {}
    for route, commitment, times in targets(service):
        place = evidence.at(service, *route, *(["severities"] if times.severities else []))
        doubled: dict[str, Place] = {}
        for level in covered(evidence.playbook, service, times):
            for key in _KEYS:
                if getattr(times, key) is not None:
                    before = first.setdefault((commitment.id, level.id, key, times.binding), place)
                    if before is not place:
                        doubled.setdefault(level.id, before)
        if doubled:
            params = {"commitment": commitment.id, "severities": ", ".join(doubled)}
            related = tuple(dict.fromkeys(doubled.values()))
            yield Fault(place, params, related)
