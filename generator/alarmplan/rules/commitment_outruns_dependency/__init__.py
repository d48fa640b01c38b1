from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import Timed, covered, may_end_first, severities, targets


@judges(Service, reads=(Organisation, Service, SeverityMatrix))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """Our solutions, from the report: who answers first does not depend on the services below.

    Silent where either service has a fallback, and where incidents of the other are classified otherwise.
    """
    services = evidence.playbook.of(Service)
    needed = [other for id in service.depends_on if _binds(service, other := services[id])]
    for route, commitment, times in targets(service) if needed else ():
        if commitment.by is not None or commitment.clock_start != "reported" or times.solution is None:
            continue
        own = Timed(times.solution, commitment.calendar)
        levels = {level.id for level in covered(evidence.playbook, service, times)}
        for other in needed:
            later = _later(evidence, own, other, levels)
            if later:
                params = {
                    "commitment": commitment.id,
                    "needed": other.id,
                    "promised": own.time.raw,
                    "its": ", ".join(dict.fromkeys(time.raw for _, time, _ in later)),
                    "severities": ", ".join(severity for severity, _, _ in later),
                }
                related = tuple(dict.fromkeys(place for _, _, place in later))
                place = evidence.at(service, *route, "solution")
                yield Fault(place, params, related)


def _binds(service: Service, other: Service) -> bool:
    same = service.severity_matrix is not None and service.severity_matrix == other.severity_matrix
    return same and other.id != service.id and service.fallback is None and other.fallback is None


def _later(evidence: Evidence, own: Timed, other: Service, levels: set[str]) -> list[tuple[str, Duration, Place]]:
    """The severities in which the other is surely back later at some time, when and where that is promised."""
    found = []
    for severity in severities(evidence.playbook, other):
        times = _times(evidence, other, severity.id) if severity.id in levels else []
        if times and all(may_end_first(evidence.playbook, own, time) for time, _ in times):
            time, place = min(times, key=lambda one: one[0].time.minutes)
            found.append((severity.id, time.time, place))
    return found


def _times(evidence: Evidence, service: Service, severity: str) -> list[tuple[Timed, Place]]:
    """When it is back: what suppliers promise us; else what we promise, and what the matrix wants of us."""
    supplied: list[tuple[Timed, Place]] = []
    ours: list[tuple[Timed, Place]] = []
    for route, commitment, times in targets(service):
        if times.solution and (not times.severities or severity in times.severities):
            place = evidence.at(service, *route, "solution")
            (supplied if commitment.by else ours).append((Timed(times.solution, commitment.calendar), place))
    if supplied or not ours:
        return supplied
    matrix = evidence.playbook.matrices[service.severity_matrix or ""]
    for index, level in enumerate(matrix.levels):
        if level.id == severity and level.resolution_target and not level.resolution_target.is_none:
            place = evidence.at(matrix, "levels", index, "resolution_target")
            ours.append((Timed(level.resolution_target, level.clock), place))
    return ours
