from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import updates_lacking


@judges(SeverityMatrix, reads=(Chain,))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """A first message alone is a single notice and stands for itself."""
    yield from updates_lacking(evidence, matrix, lambda _, update: not update.first and not update.phases)
