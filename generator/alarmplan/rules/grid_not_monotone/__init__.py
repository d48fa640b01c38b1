from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.severity_matrix import Grid, SeverityMatrix
from alarmplan.rules.check import judges
from alarmplan.rules.severities import ranked, told

Cell = tuple[str, str]  # impact, urgency


@judges(SeverityMatrix, reads=(SeverityMatrix,))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Finding]:
    """One finding per grid: an axis the wrong way round would be found in every cell."""
    ranks = {severity.id: severity.rank for severity in ranked(matrix).values()}
    if not matrix.grid or not ranks:
        return
    severities = matrix.grid.severities
    for worse, milder in _neighbours(matrix.grid):
        here, there = (severities.get(impact, {}).get(urgency) for impact, urgency in (worse, milder))
        if here and there and ranks[here] > ranks[there]:
            params = {"impact": worse[0], "urgency": worse[1], "severity": here}
            beside = {"other_impact": milder[0], "other_urgency": milder[1], "stricter": there}
            places = [evidence.at(matrix, "grid", "severities", *cell) for cell in (worse, milder)]
            yield Finding("grid-not-monotone", *told(places, {**params, **beside}))
            return


def _neighbours(grid: Grid) -> Iterator[tuple[Cell, Cell]]:
    """Each cell with the next milder one below it and beside it; both axes begin with the worst."""
    impacts, urgencies = ([mark.id for mark in axis] for axis in (grid.impact, grid.urgency))
    for row, impact in enumerate(impacts):
        for column, urgency in enumerate(urgencies):
            for below in impacts[row + 1 : row + 2]:
                yield (impact, urgency), (below, urgency)
            for beside in urgencies[column + 1 : column + 2]:
                yield (impact, urgency), (impact, beside)
