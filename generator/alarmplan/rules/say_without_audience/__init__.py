from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Audiences, Decisions
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.speaking import may_speak


@judges(Role, reads=(Audiences, Decisions, Role))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """One finding per audience. Of those who decide together one may speak for all."""
    found: dict[str, list[tuple[str, Place]]] = {}
    for route, id, partners in role.mandate.entries():
        decision = evidence.playbook.decisions[id]
        to = decision.audience if decision.form == "say" else None
        if to and not may_speak(evidence, (role.id, *partners), to):
            inner = () if route[0] == "alone" else ("decision",)
            found.setdefault(to, []).append((id, evidence.at(role, "mandate", *route, *inner)))
    for audience, entries in found.items():
        decisions = dict.fromkeys(id for id, _ in entries)
        params = {"role": role.id, "audience": audience, "decisions": ", ".join(decisions)}
        yield fault([place for _, place in entries], params)
