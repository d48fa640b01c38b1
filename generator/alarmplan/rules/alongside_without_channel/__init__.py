from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import gap, helping, unsaid
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    for index, alongside, severities in helping(evidence, chain):
        if absent := unsaid(alongside.via, severities):
            place = gap(evidence, chain, alongside.via, "via", "alongside", index, name="role")
            params = {"role": alongside.role, "severities": ", ".join(absent)}
            yield Fault(place, params)
