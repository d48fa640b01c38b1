from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import judges
from alarmplan.rules.phases import disordered


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Finding]:
    """One finding per update."""
    for index, severity in enumerate(matrix.levels):
        for number, update in enumerate(severity.updates):
            pair = disordered(update)
            if pair:
                before, after = pair
                params = {"audience": update.audience, "severity": severity.id}
                route = ("levels", index, "updates", number, "phases")
                here = evidence.at(matrix, *route, after, "until" if update.phases[after].until else "every")
                there = evidence.at(matrix, *route, before, "until" if update.phases[before].until else "every")
                yield Finding("update-phases-disordered", here, params, (there,))
