from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges

_NAMED = 5  # roles within a hint


@judges(Decisions, reads=(Decisions, Role))
def check(evidence: Evidence, document: Decisions) -> Iterator[Fault]:
    for index, decision in enumerate(document.decisions):
        if not evidence.facts.holders[decision.id]:
            place = evidence.at(document, "decisions", index, "id")
            params = {"decision": decision.id, "suggestion": ", ".join(_asked(evidence, decision.id))}
            yield Fault(place, params)


def _asked(evidence: Evidence, decision: str) -> list[str]:
    """Who is to take it in some situation."""
    due = (one for situation in evidence.playbook.of(Situation).values() for one in situation.decisions)
    roles = (one.by for one in due if one.decision == decision and one.by not in (None, "owner"))
    return list(dict.fromkeys(str(role) for role in roles))[:_NAMED]
