from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import distinct


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding for each severity that shares something with an earlier one."""
    seen: dict[str, tuple[int, int]] = {}
    for index, severity in distinct(matrix).items():
        found = False
        for number, criterion in enumerate(severity.criteria):
            for text in criterion.all():
                level, at = seen.setdefault(_worded(text), (index, number))
                if level != index and not found:
                    found = True
                    here, there = (
                        evidence.at(matrix, "levels", *place)
                        for place in ((index, "criteria", number), (level, "criteria", at))
                    )
                    params = {"severity": severity.id, "other": matrix.levels[level].id}
                    yield Fault(here, params, (there,))


def _worded(text: str) -> str:
    """The words alone: a capital letter, a space or the full stop makes no other criterion."""
    return " ".join(text.casefold().split()).rstrip(" .;!")
