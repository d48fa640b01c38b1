"""What commitments of services promise, as several rules read it."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.duration import Duration
from alarmplan.model.kinds.service import Commitment, CommittedTimes, Service
from alarmplan.model.kinds.severity_matrix import Severity
from alarmplan.model.place import Route
from alarmplan.model.playbook import Playbook


def targets(service: Service) -> Iterator[tuple[Route, Commitment, CommittedTimes]]:
    """Every target with its place and the commitment it belongs to."""
    for number, commitment in enumerate(service.commitments):
        for index, times in enumerate(commitment.targets):
            yield ("commitments", number, "targets", index), commitment, times


def severities(playbook: Playbook, service: Service) -> tuple[Severity, ...]:
    """Those by which incidents of the service are classified, the worst first."""
    levels = playbook.matrices[service.severity_matrix].levels if service.severity_matrix else ()
    return tuple(sorted(levels, key=lambda level: level.rank))


def covered(playbook: Playbook, service: Service, times: CommittedTimes) -> tuple[Severity, ...]:
    """The severities for which these times are promised."""
    levels = severities(playbook, service)
    return tuple(level for level in levels if not times.severities or level.id in times.severities)


def chain_of(playbook: Playbook, service: Service) -> str | None:
    """The chain of its incidents: its own, or that of its matrix."""
    matrix = playbook.matrices.get(service.severity_matrix or "")
    return service.chain or (matrix.chain if matrix else None)


def calls_nobody(playbook: Playbook, service: Service) -> bool:
    """Whether nobody is called when it fails: no chain, and no supplier who runs it and can be reached."""
    operator = playbook.roles.get(service.operated_by or "")
    supplied = operator is not None and operator.external and operator.reachable
    return bool(playbook.chains) and not chain_of(playbook, service) and not supplied


def surely_shorter(one: Duration, other: Duration, *, same_clock: bool) -> bool:
    """Whether `one` is over before `other`, whenever they begin.

    Working time never passes faster than time itself. How long a working day is, is not known here.
    """
    if one.elapsed:
        return bool(other.parts) and one.minutes < other.minutes
    alike = len({_day_counted(one), _day_counted(other)}) == 1
    return same_clock and _working(one) and _working(other) and alike and one.minutes < other.minutes


def _working(duration: Duration) -> bool:
    return bool(duration.parts) and all(part.working for part in duration.parts or ())


def _day_counted(duration: Duration) -> frozenset[bool]:
    return frozenset(part.unit == "d" for part in duration.parts or ())
