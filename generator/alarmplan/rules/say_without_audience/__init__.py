from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place, Route
from alarmplan.rules.alerted import SHOWN
from alarmplan.rules.check import judges
from alarmplan.rules.speaking import may_speak


@judges(Role, reads=(Decisions, Role))
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    """One finding per audience. Of those who decide together one may speak for all."""
    if not role.mandate.decides:
        return
    places: dict[tuple[str, str], list[Place]] = {}
    for route, id, partners in _held(role):
        decision = evidence.playbook.decisions[id]
        to = decision.audience if decision.form == "say" else None
        if to and not may_speak(evidence, (role.id, *partners), to):
            places.setdefault((to, id), []).append(evidence.at(role, "mandate", *route))
    for audience in dict.fromkeys(audience for audience, _ in places):
        of_audience = {id: found for (to, id), found in places.items() if to == audience}
        first, *others = (place for found in of_audience.values() for place in found)
        params = {"role": role.id, "audience": audience, "decisions": ", ".join(of_audience)}
        yield Finding("say-without-audience", first, params, tuple(others[:SHOWN]))


def _held(role: Role) -> Iterator[tuple[Route, str, Sequence[str]]]:
    """Where in the mandate each decision stands, and with whom it is taken."""
    for index, decision in enumerate(role.mandate.alone):
        yield ("alone", index), decision, ()
    for index, joint in enumerate(role.mandate.jointly):
        yield ("jointly", index, "decision"), joint.decision, joint.with_
    for index, limit in enumerate(role.mandate.limited):
        yield ("limited", index, "decision"), limit.decision, limit.with_
