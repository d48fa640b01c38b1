from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place
from alarmplan.rules.alerted import SHOWN
from alarmplan.rules.check import judges


@judges(Role)
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    """Several limits of one decision, or several partners, complete each other."""
    narrower: dict[str, list[Place]] = {}
    for index, joint in enumerate(role.mandate.jointly):
        place = evidence.at(role, "mandate", "jointly", index, "decision")
        narrower.setdefault(joint.decision, []).append(place)
    for index, limit in enumerate(role.mandate.limited):
        place = evidence.at(role, "mandate", "limited", index, "decision")
        narrower.setdefault(limit.decision, []).append(place)
    for index, decision in enumerate(role.mandate.alone):
        if decision in narrower:
            first, *others = narrower[decision]
            alone = evidence.at(role, "mandate", "alone", index)
            yield Finding("mandate-doubled", first, {"decision": decision}, (alone, *others)[:SHOWN])
