from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.promises import calls_nobody


@judges(Service, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """A service of low criticality hurts nobody who has to look for help."""
    if service.criticality != "low" and calls_nobody(evidence.playbook, service):
        yield Fault(evidence.at(service, "id"), {"service": service.id})
