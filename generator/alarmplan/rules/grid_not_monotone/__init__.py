from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import Grid, SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import ranked

Cell = tuple[str, str]  # impact, urgency


@judges(SeverityMatrix, reads=(SeverityMatrix,))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding per grid: an axis the wrong way round would be found in every cell."""
    ranks = {severity.id: severity.rank for severity in ranked(matrix).values()}
    if not matrix.grid or not ranks:
        return
    here = {
        (impact, urgency): severity
        for impact, row in matrix.grid.severities.items()
        for urgency, severity in row.items()
    }
    wrong = [
        (worse, milder)
        for worse, milder in _pairs(matrix.grid)
        if worse in here and milder in here and ranks[here[worse]] > ranks[here[milder]]
    ]
    if wrong:
        guilty, (worse, milder) = _guilty(wrong)
        params = {"impact": worse[0], "urgency": worse[1], "severity": here[worse]}
        beside = {"other_impact": milder[0], "other_urgency": milder[1], "stricter": here[milder]}
        cells = (guilty, milder if guilty == worse else worse)
        place, other = (evidence.at(matrix, "grid", "severities", *cell) for cell in cells)
        yield Fault(place, {**params, **beside}, (other,))


def _guilty(wrong: Sequence[tuple[Cell, Cell]]) -> tuple[Cell, tuple[Cell, Cell]]:
    """The cell that contradicts most others, and the first of these contradictions, one of its own row if any.

    Most others are right, and a row is read at a glance.
    """
    counted = Counter(cell for pair in wrong for cell in pair)
    guilty = counted.most_common(1)[0][0]
    return guilty, min((pair for pair in wrong if guilty in pair), key=lambda pair: pair[0][0] != pair[1][0])


def _pairs(grid: Grid) -> Iterator[tuple[Cell, Cell]]:
    """Each cell with every milder one in its column and in its row; both axes begin with the worst."""
    impacts, urgencies = ([mark.id for mark in axis] for axis in (grid.impact, grid.urgency))
    for row, impact in enumerate(impacts):
        for column, urgency in enumerate(urgencies):
            yield from (((impact, urgency), (below, urgency)) for below in impacts[row + 1 :])
            yield from (((impact, urgency), (impact, beside)) for beside in urgencies[column + 1 :])
