from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Audiences
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import updates_lacking


@judges(SeverityMatrix, reads=(Audiences, Chain, SeverityMatrix, Template))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """A template for the audience may name the channel."""
    if all(update.via for severity in matrix.levels for update in severity.updates):
        return
    named = {
        (row.severity, row.audience) for row in evidence.facts.plan if row.matrix == matrix.id and row.channels
    }
    yield from updates_lacking(
        evidence, matrix, lambda severity, update: not update.via and (severity.id, update.audience) not in named
    )
