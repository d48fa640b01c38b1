from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.role import Role
from alarmplan.rules.check import judges


@judges(Decisions, reads=(Decisions, Role))
def check(evidence: Evidence, document: Decisions) -> Iterator[Finding]:
    for index, decision in enumerate(document.decisions):
        if not evidence.facts.holders[decision.id]:
            place = evidence.at(document, "decisions", index, "id")
            yield Finding("decision-without-holder", place, {"decision": decision.id})
