from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import Severity, SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import Timed, covered, may_end_first, targets

_KEYS = (("first_response", "first_response"), ("solution", "resolution_target"))


@judges(Service, reads=(Organisation, SeverityMatrix))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """Promised by us, from the report: what a supplier promises may be as strict as it likes, and a clock that
    starts later leaves more time than can be told here.
    """
    for route, commitment, times in targets(service):
        if commitment.by is not None or commitment.clock_start != "reported":
            continue
        levels = covered(evidence.playbook, service, times)
        for own, planned in _KEYS:
            promised: Duration | None = getattr(times, own)
            if promised is None:
                continue
            timed = Timed(promised, commitment.calendar)
            slower = [level for level in levels if _late(evidence, timed, level, planned)]
            if slower:
                params = {
                    "commitment": commitment.id,
                    "key": own,
                    "promised": promised.raw,
                    "severities": ", ".join(level.id for level in slower),
                    "planned": ", ".join(dict.fromkeys(getattr(level, planned).raw for level in slower)),
                    "target": planned,
                }
                related = _places(evidence, service, slower, planned)
                yield Fault(evidence.at(service, *route, own), params, related)


def _late(evidence: Evidence, promised: Timed, level: Severity, planned: str) -> bool:
    time: Duration | None = getattr(level, planned)
    return time is not None and may_end_first(evidence.playbook, promised, Timed(time, level.clock))


def _places(evidence: Evidence, service: Service, slower: Sequence[Severity], planned: str) -> tuple[Place, ...]:
    matrix = evidence.playbook.matrices[service.severity_matrix or ""]
    numbers = {level.id: number for number, level in enumerate(matrix.levels)}
    return tuple(evidence.at(matrix, "levels", numbers[level.id], planned) for level in slower)
