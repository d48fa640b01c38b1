from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Audiences
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.speaking import may_speak, sent


@judges(Organisation, reads=(Audiences, Chain, Role, SeverityMatrix, Situation, Template))
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding per sender and audience, in however many documents the sender is named."""
    places: dict[tuple[str, str], list[Place]] = {}
    for place, sender, audience in sent(evidence):
        if sender and not may_speak(evidence, (sender,), audience):
            places.setdefault((sender, audience), []).append(place)
    for (sender, audience), of_both in places.items():
        speakers = evidence.facts.speakers[audience]
        able = [role for role in evidence.playbook.roles if role in speakers]
        params = {"role": sender, "audience": audience, "suggestion": ", ".join(able)}
        yield fault(of_both, params)
