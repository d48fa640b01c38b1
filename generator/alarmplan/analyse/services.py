from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.model.duration import Duration
from alarmplan.model.facts import Promise
from alarmplan.model.kinds.service import Service
from alarmplan.model.playbook import Playbook


def needed_by(playbook: Playbook) -> Mapping[str, tuple[str, ...]]:
    """For every service those that depend on it, in the order of ids."""
    found: dict[str, list[str]] = {id: [] for id in playbook.of(Service)}
    for service in playbook.of(Service).values():
        for needed in service.depends_on:
            if needed in found and needed != service.id:
                found[needed].append(service.id)
    return {id: tuple(others) for id, others in found.items()}


def strictest(playbook: Playbook) -> Mapping[str, Promise]:
    """For every service with commitments what is promised at best for the worst severity.

    A clock that always runs comes first, then the shorter first response, then the shorter solution.
    """
    found = {id: list(_promises(playbook, service)) for id, service in playbook.of(Service).items()}
    return {
        id: min(promises, key=lambda promise: _strictness(playbook, promise))
        for id, promises in found.items()
        if promises
    }


def _promises(playbook: Playbook, service: Service) -> Iterator[Promise]:
    matrix = playbook.matrices.get(service.severity_matrix or "")
    worst = matrix.worst.id if matrix else None
    for commitment in service.commitments:
        for times in commitment.targets:
            if not times.severities or worst in times.severities:
                yield Promise(commitment, times)


def _strictness(playbook: Playbook, promise: Promise) -> tuple[bool, float, float]:
    calendar = playbook.calendars.get(promise.commitment.calendar or "")
    return (
        not (calendar and calendar.always),
        _length(promise.times.first_response),
        _length(promise.times.solution),
    )


def _length(duration: Duration | None) -> float:
    return duration.minutes if duration and duration.parts else float("inf")
