from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """Only a deliberate `none`: a severity that the entry leaves out, or of another matrix, is found already."""
    chain = evidence.playbook.of(Chain)[situation.chain]
    silent = situation.enter_at is None and chain.entry.get(situation.severity) == ()
    if silent and situation.severity_matrix == chain.severity_matrix:
        params = {"severity": situation.severity, "chain": chain.id}
        entry = evidence.at(chain, "entry", key=True)
        yield Fault(evidence.at(situation, "severity"), params, (entry,))
