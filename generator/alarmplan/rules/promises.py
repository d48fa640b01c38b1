"""What commitments of services promise, as several rules read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alarmplan.model.duration import WORKING_DAY, Duration
from alarmplan.model.kinds.service import Commitment, CommittedTimes, Service
from alarmplan.model.kinds.severity_matrix import Severity
from alarmplan.model.place import Route
from alarmplan.model.playbook import Playbook
from alarmplan.model.week import ALWAYS, DAY, longest_run, open_minutes


@dataclass(frozen=True, slots=True)
class Timed:
    """A length of time with the calendar in which its working time runs."""

    time: Duration
    calendar: str | None


def targets(service: Service) -> Iterator[tuple[Route, Commitment, CommittedTimes]]:
    """Every target with its place and the commitment it belongs to."""
    for number, commitment in enumerate(service.commitments):
        for index, times in enumerate(commitment.targets):
            yield ("commitments", number, "targets", index), commitment, times


def names_time(times: CommittedTimes) -> bool:
    """Whether a time is promised; `none` says that deliberately none is."""
    return any(time is not None and not time.is_none for time in (times.first_response, times.solution))


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


def may_end_first(playbook: Playbook, one: Timed, other: Timed) -> bool:
    """Whether there is a start from which `one` is surely over before `other`.

    One of the two has to have the same length from every start, or both have to run in the same calendar: else
    the shortest of one and the longest of the other may belong to different starts.
    """
    if one.time.elapsed and other.time.elapsed:
        return one.time.minutes < other.time.minutes
    if one.time.elapsed and _working(other.time):
        longest = _longest(playbook, other) if _always(playbook, one) else other.time.minutes
        return one.time.minutes < longest
    if _working(one.time) and other.time.elapsed:
        shortest = _shortest(playbook, one)
        return shortest is not None and shortest < other.time.minutes
    alike = len({_day_counted(one.time), _day_counted(other.time)}) == 1
    same = one.calendar is not None and one.calendar == other.calendar
    same = same or (_always(playbook, one) and _always(playbook, other))
    return same and _working(one.time) and _working(other.time) and alike and one.time.minutes < other.time.minutes


def _always(playbook: Playbook, timed: Timed) -> bool:
    return timed.calendar is not None and open_minutes(playbook, timed.calendar) == ALWAYS


def _longest(playbook: Playbook, timed: Timed) -> int:
    """Working time that begins just as its calendar closes for longest; a working day is at least 24 hours."""
    opened = open_minutes(playbook, timed.calendar) if timed.calendar else None
    if opened is None:
        return timed.time.minutes
    days = sum(part.amount for part in timed.time.parts or () if part.unit == "d")
    return timed.time.minutes + days * (DAY - WORKING_DAY) + longest_run(ALWAYS & ~opened)


def _shortest(playbook: Playbook, timed: Timed) -> int | None:
    """Working time that begins just as its calendar opens for longest; None where it does not fit in."""
    opened = open_minutes(playbook, timed.calendar) if timed.calendar else None
    fits = opened is not None and timed.time.minutes <= longest_run(opened)
    return timed.time.minutes if fits and _day_counted(timed.time) == {False} else None


def _working(duration: Duration) -> bool:
    return bool(duration.parts) and all(part.working for part in duration.parts or ())


def _day_counted(duration: Duration) -> frozenset[bool]:
    return frozenset(part.unit == "d" for part in duration.parts or ())
