from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Holder
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Fault, judges


@judges(Situation, reads=(Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """Where the mandates leave one choice, nobody need be named; that nobody may decide is another rule's."""
    for number, due in enumerate(situation.decisions):
        if due.by is None:
            holders = [one for one in evidence.facts.holders[due.decision] if _applies(one, situation)]
            if not _agreed(evidence, holders):
                roles = ", ".join(dict.fromkeys(holder.role for holder in holders))
                place = evidence.at(situation, "decisions", number, "decision")
                yield Fault(place, {"decision": due.decision, "roles": roles})


def _applies(holder: Holder, situation: Situation) -> bool:
    """Whether a mandate holds in the severity with which the situation starts."""
    here = holder.matrix == situation.severity_matrix and situation.severity in holder.severities
    return holder.matrix is None or here


def _agreed(evidence: Evidence, holders: Iterable[Holder]) -> bool:
    """One person, one seat without which no group decides, or one of which all others are deputies."""
    groups = {frozenset((holder.role, *holder.with_)) for holder in holders}
    everybody = frozenset().union(*groups)
    persons, roles = evidence.facts.persons, evidence.playbook.roles
    if not groups or frozenset.intersection(*groups) or any(everybody <= persons[role] for role in everybody):
        return True
    heads = [role for role in everybody if everybody <= {role, *roles[role].deputies, *persons[role]}]
    return len(heads) == 1
