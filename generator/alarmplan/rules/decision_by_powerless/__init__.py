from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Holder
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges

_NAMED = 5  # roles within a hint


@judges(Situation, reads=(Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """A decision that nobody holds is found at the decision; who owns an incident depends on its course."""
    for index, due in enumerate(situation.decisions):
        holders = evidence.facts.holders[due.decision]
        if due.by in (None, "owner") or not holders:
            continue
        able = [holder.role for holder in holders if _holds(holder, situation)]
        if not evidence.facts.persons[due.by] & set(able):
            params = {
                "role": due.by,
                "decision": due.decision,
                "severity": situation.severity,
                "suggestion": ", ".join(list(dict.fromkeys(able))[:_NAMED]),
            }
            place = evidence.at(situation, "decisions", index, "by")
            yield Fault(place, params)


def _holds(holder: Holder, situation: Situation) -> bool:
    """Whether the severity of the situation is within the limits, if there are any."""
    if not holder.severities:
        return True
    return holder.matrix == situation.severity_matrix and situation.severity in holder.severities
