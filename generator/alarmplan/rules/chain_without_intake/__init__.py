from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import ranked
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(SeverityMatrix,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """A way without severities holds for all of them."""
    absent = [
        severity.id
        for severity in ranked(evidence, chain)
        if chain.entry.get(severity.id)
        and not any(severity.id in way.severities or not way.severities for way in chain.intake)
    ]
    if absent:
        place = evidence.at(chain, "intake", key=True) if chain.intake else evidence.at(chain, "id")
        yield Fault(place, {"chain": chain.id, "severities": ", ".join(absent)})
