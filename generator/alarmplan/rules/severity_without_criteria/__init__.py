from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import lacking


@judges(SeverityMatrix, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """The mildest severity needs none: it is what remains. Nor does one that the grid leads to."""
    chosen = (
        {severity for cells in matrix.grid.severities.values() for severity in cells.values()}
        if matrix.grid
        else {}
    )
    mildest = max(severity.rank for severity in matrix.levels)
    yield from lacking(
        evidence,
        matrix,
        lambda severity: not severity.criteria and severity.rank != mildest and severity.id not in chosen,
        alerting=False,
    )
