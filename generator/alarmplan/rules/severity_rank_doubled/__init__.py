from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import judges
from alarmplan.rules.severities import distinct, told


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Finding]:
    ranks: dict[int, list[int]] = {}
    for index, severity in distinct(matrix).items():
        ranks.setdefault(severity.rank, []).append(index)
    for rank, (first, *others) in ranks.items():
        if others:
            severities = ", ".join(matrix.levels[index].id for index in (first, *others))
            places = [evidence.at(matrix, "levels", index, "rank") for index in (*others, first)]
            yield Finding("severity-rank-doubled", *told(places, {"rank": rank, "severities": severities}))
