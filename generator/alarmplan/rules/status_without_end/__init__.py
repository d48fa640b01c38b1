from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    if matrix.statuses and not any(status.end for status in matrix.statuses):
        params = {"statuses": ", ".join(status.id for status in matrix.statuses)}
        yield Fault(evidence.at(matrix, "statuses", key=True), params)
