from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Alert
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import alerts_of, at_level, levels, places


@judges(Role, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """One finding per role, with all decisions that nobody may take in its absence."""
    deputies = [deputy for deputy in role.deputies if deputy not in evidence.facts.persons[role.id]]
    if not deputies or not role.mandate.alone:
        return
    found: dict[str, None] = {}
    where: list[Alert] = []
    severities: dict[str, None] = {}
    for alert in alerts_of(evidence, role):
        if alert.leads and _has_higher(evidence, alert):
            continue  # what a level decides and no higher one may is found there
        worst = _worst(evidence, alert)
        held = _held(evidence, {*deputies, *_colleagues(evidence, alert, worst)}, role, alert, worst)
        if left := [decision for decision in role.mandate.alone if decision not in held]:
            found.update(dict.fromkeys(left))
            where.append(alert)
            severities[worst] = None
    if found:
        params = {
            "role": role.id,
            "deputies": ", ".join(deputies),
            "decisions": ", ".join(found),
            "severities": ", ".join(severities),
        }
        place = evidence.at(role, "deputies", key=True)
        yield Fault(place, params, places(evidence, where))


def _has_higher(evidence: Evidence, alert: Alert) -> bool:
    steps = levels(evidence, evidence.playbook.of(Chain)[alert.chain])
    return bool(steps) and steps[-1][0] > int(alert.route[1])


def _colleagues(evidence: Evidence, alert: Alert, severity: str) -> set[str]:
    """Who is alerted at the same level of the chain or a higher one, or has been at a lower one by then."""
    chain = evidence.playbook.of(Chain)[alert.chain]
    lowest = [level.id for level in chain.levels].index(alert.level)
    first = chain.highest_entry(severity)  # from there on, time leads upwards
    entry = chain.entry_levels(severity)
    reached = evidence.facts.reached[chain.id]
    return {
        role
        for index, level in levels(evidence, chain)
        if index >= lowest or (severity in reached[level.id] and (level.id in entry or index >= first))
        for role in at_level(chain, level)
    }


def _worst(evidence: Evidence, alert: Alert) -> str:
    """The worst severity in which it is alerted."""
    matrix = evidence.playbook.matrices[evidence.playbook.of(Chain)[alert.chain].severity_matrix]
    return min((one for one in matrix.levels if one.id in alert.severities), key=lambda severity: severity.rank).id


def _held(evidence: Evidence, others: Iterable[str], absent: Role, alert: Alert, severity: str) -> set[str]:
    """What others may decide in a severity, in any of their seats, without the person who is absent."""
    matrix = evidence.playbook.of(Chain)[alert.chain].severity_matrix
    persons = evidence.facts.persons
    away = persons[absent.id]
    seats = {seat for other in others for seat in persons[other]} - away
    mandates = (evidence.playbook.roles[seat].mandate for seat in seats)
    return {
        decision
        for mandate in mandates
        for _, decision, partners in mandate.held_in(matrix, severity, or_elsewhere=True)
        if away.isdisjoint(partners)
    }
