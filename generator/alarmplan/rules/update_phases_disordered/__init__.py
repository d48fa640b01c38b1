from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import SeverityMatrix, UpdatePhase
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.phases import disordered


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding per update."""
    for index, severity in enumerate(matrix.levels):
        for number, update in enumerate(severity.updates):
            pair = disordered(update)
            if pair:
                params = {"audience": update.audience, "severity": severity.id}
                route = ("levels", index, "updates", number, "phases")
                there, here = (evidence.at(matrix, *route, at, _end(update.phases[at])) for at in pair)
                yield Fault(here, params, (there,))


def _end(phase: UpdatePhase) -> str:
    """The key that says how long it lasts."""
    if phase.while_:
        return "while"
    return "until" if phase.until else "every"
