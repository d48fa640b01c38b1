from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import judges
from alarmplan.rules.severities import Timed, ranked, too_long

_TIMES = ("first_response", "resolution_target")


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Finding]:
    for key in _TIMES:
        for worse, milder in too_long(list(_times(evidence, matrix, key))):
            params = {
                "key": key,
                "value": worse.duration.raw,
                "severity": worse.severity,
                "shorter": milder.duration.raw,
                "milder": milder.severity,
            }
            yield Finding("severity-less-strict", worse.place, params, (milder.place,))


def _times(evidence: Evidence, matrix: SeverityMatrix, key: str) -> Iterator[Timed]:
    for index, severity in ranked(matrix).items():
        duration = getattr(severity, key)
        if duration:
            place = evidence.at(matrix, "levels", index, key)
            yield Timed(severity.id, duration, severity.clock, place)
