from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import judges


@judges(Situation, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, situation: Situation) -> Iterator[Finding]:
    chain = evidence.playbook.of(Chain)[situation.chain]
    alerted = situation.enter_at or chain.entry_levels(situation.severity)
    known = situation.severity in chain.entry and situation.severity_matrix == chain.severity_matrix
    if not alerted and known:  # else that is found already
        params = {"severity": situation.severity, "chain": chain.id}
        entry = evidence.at(chain, "entry", key=True)
        yield Finding("situation-alerts-nobody", evidence.at(situation, "severity"), params, (entry,))
