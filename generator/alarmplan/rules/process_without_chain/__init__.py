from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.process import Process
from alarmplan.rules.check import judges


@judges(Process, reads=(Chain,))
def check(evidence: Evidence, process: Process) -> Iterator[Finding]:
    if not process.chains and evidence.playbook.chains:
        yield Finding("process-without-chain", evidence.at(process, "id"), {"process": process.id})
