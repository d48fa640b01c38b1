from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import SeverityMatrix, Update
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.phases import disordered


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding per update."""
    for index, severity in enumerate(matrix.levels):
        for number, update in enumerate(severity.updates):
            for before, after in _shrinking(update):
                shorter, longer = (update.phases[at].every.raw for at in (after, before))
                params = {"audience": update.audience, "severity": severity.id, "every": shorter, "before": longer}
                route = ("levels", index, "updates", number, "phases")
                here, there = (evidence.at(matrix, *route, at, "every") for at in (after, before))
                yield Fault(here, params, (there,))
                break


def _shrinking(update: Update) -> Iterator[tuple[int, int]]:
    """Phases that end after a time with what follows them; a status leads to another in no known order.

    Phases that stand in the wrong order are found as such.
    """
    if disordered(update):
        return
    for at, (phase, following) in enumerate(zip(update.phases, update.phases[1:], strict=False)):
        if phase.until and phase.every.outlasts(following.every):
            yield at, at + 1
