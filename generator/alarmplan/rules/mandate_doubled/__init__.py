from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place
from alarmplan.rules.check import judges
from alarmplan.rules.seats import SHOWN


@judges(Role)
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    """Several limits of one decision, or several partners, complete each other."""
    narrower: dict[str, list[Place]] = {}
    for route, decision, _ in role.mandate.entries():
        if route[0] != "alone":
            narrower.setdefault(decision, []).append(evidence.at(role, "mandate", *route, "decision"))
    for index, decision in enumerate(role.mandate.alone):
        if decision in narrower:
            first, *others = narrower[decision]
            alone = evidence.at(role, "mandate", "alone", index)
            yield Finding("mandate-doubled", first, {"decision": decision}, (alone, *others)[:SHOWN])
