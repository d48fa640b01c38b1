from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Alert
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import alerts_of, at_level, levels, places
from alarmplan.rules.check import judges


@judges(Role, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    """One finding per role, with all decisions that nobody may take in its absence."""
    deputies = [deputy for deputy in role.deputies if deputy not in evidence.facts.persons[role.id]]
    if not deputies or not role.mandate.alone:
        return
    found: dict[str, None] = {}
    where: list[Alert] = []
    for alert in alerts_of(evidence, role):
        if left := _left(evidence, role, alert):
            found.update(dict.fromkeys(left))
            where.append(alert)
    if found:
        params = {"role": role.id, "deputies": ", ".join(deputies), "decisions": ", ".join(found)}
        place = evidence.at(role, "deputies", key=True)
        yield Finding("deputy-smaller-mandate", place, params, places(evidence, where))


def _left(evidence: Evidence, role: Role, alert: Alert) -> list[str]:
    """What nobody may decide without the role.

    What a level decides and no higher one may is found there.
    """
    chain = evidence.playbook.of(Chain)[alert.chain]
    from_here = [level.id for level in chain.levels]
    lowest = from_here.index(alert.level)
    above = [level for index, level in levels(evidence, chain) if index >= lowest]
    if alert.leads and above and above[-1].id != alert.level:
        return []
    others = {*role.deputies, *(other for level in above for other in at_level(chain, level))}
    return [decision for decision in role.mandate.alone if not _may(evidence, others, decision, role)]


def _may(evidence: Evidence, others: set[str], decision: str, absent: Role) -> bool:
    persons = evidence.facts.persons
    away = persons[absent.id]
    able = {holder.role for holder in evidence.facts.holders[decision] if not away & set(holder.with_)} - away
    return any(persons[other] & able for other in others if other not in away)
