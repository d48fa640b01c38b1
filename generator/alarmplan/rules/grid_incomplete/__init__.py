from __future__ import annotations

from collections.abc import Collection, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import Grid, Mark, SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges

_ROUTE = ("grid", "severities")


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding per row of the grid."""
    if matrix.grid:
        yield from _grid(matrix.grid, evidence.playbook.path(matrix))


def _grid(grid: Grid, path: str) -> Iterator[Fault]:
    for impact in _without(grid.impact, grid.severities):
        params = {"impact": impact, "urgencies": ", ".join(mark.id for mark in grid.urgency)}
        yield Fault(Place(path, _ROUTE, at_key=True), params)
    for impact, cells in grid.severities.items():
        if urgencies := _without(grid.urgency, cells):
            params = {"impact": impact, "urgencies": ", ".join(urgencies)}
            yield Fault(Place(path, (*_ROUTE, impact), at_key=True), params)


def _without(axis: Collection[Mark], given: Collection[str]) -> list[str]:
    """The marks that nothing is given for; none if as many are given that do not exist, which is found already."""
    ids = [mark.id for mark in axis]
    absent = [id for id in ids if id not in given]
    return absent if len(absent) > sum(id not in ids for id in given) else []
