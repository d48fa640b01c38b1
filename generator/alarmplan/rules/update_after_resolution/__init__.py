from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.severities import distinct, in_use


@judges(SeverityMatrix, reads=(Chain,))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding per severity. Both times run by its clock; elapsed and working time are not compared."""
    for index, severity in distinct(matrix).items() if in_use(evidence, matrix) else ():
        target = severity.resolution_target
        late = [
            (number, update.audience, update.first)
            for number, update in enumerate(severity.updates)
            if target and update.first and (update.first.longer_by(target) or 0) > 0
        ]
        if late and target:
            audiences = ", ".join(f"{audience} ({first.raw})" for _, audience, first in late)
            params = {"severity": severity.id, "target": target.raw, "audiences": audiences}
            firsts = [evidence.at(matrix, "levels", index, "updates", number, "first") for number, _, _ in late]
            yield fault(firsts, params)
