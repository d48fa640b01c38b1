from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import leading
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """The last level hands over to nobody, nor does one below a level that is always there from the start."""
    for one in leading(evidence, chain):
        if one.level.handover is None:
            place = evidence.at(chain, "levels", one.index, "id")
            yield Fault(place, {"level": one.level.id})
