from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Audiences, Decisions
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.speaking import Sent, sent


@judges(Audiences, reads=(Audiences, Chain, Decisions, Role, SeverityMatrix, Situation, Template))
def check(evidence: Evidence, document: Audiences) -> Iterator[Fault]:
    speakers = evidence.facts.speakers
    mute = {audience.id: index for index, audience in enumerate(document.audiences) if audience.id not in speakers}
    promised = _promised(evidence) if mute else {}
    for audience, index in mute.items():
        if audience in promised:
            place = evidence.at(document, "audiences", index, "id")
            related = promised[audience]
            yield Fault(place, {"audience": audience}, related)


def _promised(evidence: Evidence) -> dict[str, list[Place]]:
    """Where each audience is to be spoken to."""
    found: dict[str, list[Place]] = {}
    for place, _, audience in (*sent(evidence), *_decisions(evidence)):
        found.setdefault(audience, []).append(place)
    return found


def _decisions(evidence: Evidence) -> Iterator[Sent]:
    for document in evidence.playbook.of(Decisions).values():
        for index, decision in enumerate(document.decisions):
            if decision.form == "say" and decision.audience:
                yield Sent(evidence.at(document, "decisions", index, "audience"), None, decision.audience)
