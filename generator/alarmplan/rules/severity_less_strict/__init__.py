from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import Timed, in_use, ranked, too_long

_TIMES = ("first_response", "resolution_target")


@judges(SeverityMatrix, reads=(Chain,))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    for key in _TIMES if in_use(evidence, matrix) else ():
        for worse, milder in too_long(list(_times(matrix, key))):
            params = {
                "key": key,
                "value": worse.duration.raw,
                "severity": worse.severity,
                "shorter": milder.duration.raw,
                "milder": milder.severity,
            }
            here, there = (evidence.at(matrix, *time.route) for time in (worse, milder))
            yield Fault(here, params, (there,))


def _times(matrix: SeverityMatrix, key: str) -> Iterator[Timed]:
    for index, severity in ranked(matrix).items():
        duration = getattr(severity, key)
        if duration:
            yield Timed(severity.id, duration, severity.clock, ("levels", index, key))
