from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.process import Process
from alarmplan.rules.check import Fault, judges


@judges(Process, reads=(Chain,))
def check(evidence: Evidence, process: Process) -> Iterator[Fault]:
    if not process.chains and evidence.playbook.chains:
        yield Fault(evidence.at(process, "id"), {"process": process.id})
