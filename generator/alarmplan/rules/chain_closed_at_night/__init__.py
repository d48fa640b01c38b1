from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.clocks import reports_closed


@judges(Chain, reads=(Organisation, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    closed = reports_closed(evidence, chain)
    if closed:
        matrix = evidence.playbook.matrices[chain.severity_matrix]
        params = {
            "chain": chain.id,
            "severities": ", ".join(closed),
            "open": ", ".join(dict.fromkeys(id for calendars in closed.values() for id in calendars)),
        }
        clocks = [
            evidence.at(matrix, "levels", index, "clock")
            for index, severity in enumerate(matrix.levels)
            if severity.id in closed
        ]
        place = evidence.at(chain, "intake", key=True)
        yield Fault(place, params, tuple(clocks))
