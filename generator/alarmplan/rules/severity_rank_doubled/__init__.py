from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.severities import distinct


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    ranks: dict[int, list[int]] = {}
    for index, severity in distinct(matrix).items():
        ranks.setdefault(severity.rank, []).append(index)
    for rank, (first, *others) in ranks.items():
        if others:
            severities = ", ".join(matrix.levels[index].id for index in (first, *others))
            places = [evidence.at(matrix, "levels", index, "rank") for index in (*others, first)]
            yield fault(places, {"rank": rank, "severities": severities})
