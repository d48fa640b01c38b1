"""What rules about severities and their updates share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import Severity, SeverityMatrix, Update
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, fault


def in_use(evidence: Evidence, matrix: SeverityMatrix) -> bool:
    """Whether some chain is entered with its severities: what nothing uses lacks nothing."""
    return matrix.id in evidence.playbook.chains_of


def alerts(evidence: Evidence, matrix: SeverityMatrix, severity: Severity) -> bool:
    """Whether some chain does not say `none` for it: what is not escalated needs no promises."""
    chains = evidence.playbook.chains_of.get(matrix.id, ())
    return any(chain.entry.get(severity.id) != () for chain in chains)


def distinct(matrix: SeverityMatrix) -> Mapping[int, Severity]:
    """The levels by their index; of those that share an id only the first, since that is found already."""
    first: dict[str, tuple[int, Severity]] = {}
    for index, severity in enumerate(matrix.levels):
        first.setdefault(severity.id, (index, severity))
    return dict(first.values())


def ranked(matrix: SeverityMatrix) -> Mapping[int, Severity]:
    """The levels by their index, from the worst to the mildest; none where the order is open.

    It is where two share a rank or an id.
    """
    number = len(matrix.levels)
    if (
        len({level.rank for level in matrix.levels}) < number
        or len({level.id for level in matrix.levels}) < number
    ):
        return {}
    return dict(sorted(enumerate(matrix.levels), key=lambda level: level[1].rank))


def lacking(
    evidence: Evidence, matrix: SeverityMatrix, missing: Callable[[Severity], bool], *, alerting: bool = True
) -> Iterator[Fault]:
    """One finding for all severities in which something is missing; `alerting`: only where somebody is alerted."""
    if not in_use(evidence, matrix):
        return
    found = {
        severity.id: evidence.at(matrix, "levels", index, "id")
        for index, severity in distinct(matrix).items()
        if missing(severity) and not (alerting and not alerts(evidence, matrix, severity))
    }
    if found:
        yield fault(list(found.values()), {"severities": ", ".join(found)})


def updates_lacking(
    evidence: Evidence, matrix: SeverityMatrix, missing: Callable[[Severity, Update], bool]
) -> Iterator[Fault]:
    """One finding per severity for all audiences for whose updates something is missing."""
    if not in_use(evidence, matrix):
        return
    for index, severity in distinct(matrix).items():
        found = [
            (update.audience, evidence.at(matrix, "levels", index, "updates", number, "audience"))
            for number, update in enumerate(severity.updates)
            if not update.is_none and missing(severity, update)
        ]
        if found:
            audiences = ", ".join(dict.fromkeys(audience for audience, _ in found))
            yield fault([place for _, place in found], {"severity": severity.id, "audiences": audiences})


class Timed(NamedTuple):
    """A time of a severity, the calendar in which it runs if it is in working time, and where it stands."""

    severity: str
    duration: Duration
    clock: str | None
    route: Route


def too_long(times: Sequence[Timed]) -> Iterator[tuple[Timed, Timed]]:
    """Times that are longer than the next milder one with which they compare, from the worst to the mildest.

    Elapsed time compares with elapsed time, working time with working time of the same calendar, or with
    elapsed time that it surely outlasts.
    """
    found: list[tuple[Timed, Timed]] = []
    milder: dict[str, Timed] = {}
    for time in reversed(times):
        if not time.duration.parts:
            continue
        working = any(part.working for part in time.duration.parts)
        if working and time.clock is None:
            continue
        clock = (time.clock or "") if working else ""
        comparable = (milder[one] for one in dict.fromkeys((clock, "")) if one in milder)
        if shorter := next((other for other in comparable if time.duration.outlasts(other.duration)), None):
            found.append((time, shorter))
        milder[clock] = time
    yield from reversed(found)
