from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges


@judges(Role)
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """Several limits of one decision, or several partners, complete each other."""
    narrower: dict[str, list[Place]] = {}
    for route, decision, _ in role.mandate.entries():
        if route[0] != "alone":
            narrower.setdefault(decision, []).append(evidence.at(role, "mandate", *route, "decision"))
    for index, decision in enumerate(role.mandate.alone):
        if decision in narrower:
            first, *others = narrower[decision]
            alone = evidence.at(role, "mandate", "alone", index)
            yield Fault(first, {"decision": decision}, (alone, *others))
