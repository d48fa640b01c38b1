from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import lacking


@judges(SeverityMatrix, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    yield from lacking(evidence, matrix, lambda severity: severity.first_response is None)
