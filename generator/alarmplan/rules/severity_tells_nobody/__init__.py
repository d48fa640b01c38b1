from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import lacking


@judges(SeverityMatrix, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """The mildest of several may do without: often it concerns nobody but the person who reported it."""
    informed: set[str] = set()
    for chain in evidence.playbook.chains_of.get(matrix.id, ()):
        for inform in chain.inform:
            informed.update(inform.severities or (severity.id for severity in matrix.levels))
    *_, mildest = sorted(severity.rank for severity in matrix.levels)
    several = len(matrix.levels) > 1
    yield from lacking(
        evidence,
        matrix,
        lambda severity: (
            not severity.updates and severity.id not in informed and not (several and severity.rank == mildest)
        ),
    )
