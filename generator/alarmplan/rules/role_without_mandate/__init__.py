from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import called, told_of


@judges(Role, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """Only of who may come to own an incident: a scribe needs no mandate, and a supplier has its own."""
    alerts = tuple(alert for alert in called(evidence, role) if alert.leads)
    if role.external or not alerts:
        return
    seats = (evidence.playbook.roles[seat] for seat in evidence.facts.persons[role.id])
    if not any(map(_has_mandate, seats)):
        related, others = told_of(evidence, role, alerts)
        params = {"role": role.id, "stands_in": others}
        yield Fault(evidence.at(role, "id"), params, related)


def _has_mandate(role: Role) -> bool:
    """A budget of zero is a deliberate none, and a word on it."""
    mandate = role.mandate
    return bool(mandate.decides or mandate.budget or mandate.audiences)
