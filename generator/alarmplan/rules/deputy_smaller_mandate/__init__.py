from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Alert
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import judges
from alarmplan.rules.seats import alerts_of, at_level, levels, places


@judges(Role, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    """One finding per role, with all decisions that nobody may take in its absence."""
    deputies = [deputy for deputy in role.deputies if deputy not in evidence.facts.persons[role.id]]
    if not deputies or not role.mandate.alone:
        return
    held = _held(evidence, deputies, role)
    lost = [decision for decision in role.mandate.alone if decision not in held]
    if not lost:
        return
    found: dict[str, None] = {}
    where: list[Alert] = []
    for alert in alerts_of(evidence, role):
        if alert.leads and _has_higher(evidence, alert):
            continue  # what a level decides and no higher one may is found there
        held = _held(evidence, _colleagues(evidence, alert), role)
        if left := [decision for decision in lost if decision not in held]:
            found.update(dict.fromkeys(left))
            where.append(alert)
    if found:
        params = {"role": role.id, "deputies": ", ".join(deputies), "decisions": ", ".join(found)}
        place = evidence.at(role, "deputies", key=True)
        yield Finding("deputy-smaller-mandate", place, params, places(evidence, where))


def _has_higher(evidence: Evidence, alert: Alert) -> bool:
    steps = levels(evidence, evidence.playbook.of(Chain)[alert.chain])
    return bool(steps) and steps[-1][0] > int(alert.route[1])


def _colleagues(evidence: Evidence, alert: Alert) -> set[str]:
    """Who is alerted at the same level of the chain or a higher one."""
    chain = evidence.playbook.of(Chain)[alert.chain]
    lowest = [level.id for level in chain.levels].index(alert.level)
    return {role for index, level in levels(evidence, chain) if index >= lowest for role in at_level(chain, level)}


def _held(evidence: Evidence, others: Iterable[str], absent: Role) -> set[str]:
    """What others may decide, in any of their seats, without the person who is absent."""
    persons = evidence.facts.persons
    away = persons[absent.id]
    seats = {seat for other in others for seat in persons[other]} - away
    return {
        decision
        for seat in seats
        for _, decision, partners in evidence.playbook.roles[seat].mandate.entries()
        if away.isdisjoint(partners)
    }
