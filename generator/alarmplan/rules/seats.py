"""What rules about roles ask of the chains that alert them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Alert
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place


def alerts_of(evidence: Evidence, role: Role) -> tuple[Alert, ...]:
    return evidence.facts.alerts.get(role.id, ())


def called(evidence: Evidence, role: Role) -> tuple[Alert, ...]:
    """Where it is alerted itself or, in a later round, as the deputy of a role that is."""
    return alerts_of(evidence, role) + tuple(
        alert for other in _stood_in_for(evidence, role) for alert in evidence.facts.alerts.get(other, ())
    )


def told_of(evidence: Evidence, role: Role, alerts: tuple[Alert, ...]) -> tuple[tuple[Place, ...], str]:
    """The places of those alerts that are its own; where there are none, those of whom it stands in for, and who.

    The alerts are some of those on which it is called.
    """
    if own := tuple(alert for alert in alerts_of(evidence, role) if alert in alerts):
        return places(evidence, own), ""
    of_others = evidence.facts.alerts
    roles = (
        one for one in _stood_in_for(evidence, role) if any(alert in alerts for alert in of_others.get(one, ()))
    )
    return places(evidence, alerts), ", ".join(roles)


def _stood_in_for(evidence: Evidence, role: Role) -> tuple[str, ...]:
    return evidence.facts.stood_in_for.get(role.id, ())


def places(evidence: Evidence, alerts: Iterable[Alert]) -> tuple[Place, ...]:
    """Where the chains say so."""
    chains = evidence.playbook.of(Chain)
    return tuple(evidence.at(chains[alert.chain], *alert.route) for alert in alerts)


def unbacked(evidence: Evidence, role: Role) -> tuple[Alert, ...]:
    """Where a role without deputies is alerted and nobody else answers in its stead.

    A supplier arranges its own cover.
    """
    if role.deputies or role.external:
        return ()
    return tuple(alert for alert in alerts_of(evidence, role) if not _shared(evidence, role, alert))


def sole(evidence: Evidence, role: Role) -> tuple[Alert, ...]:
    """Where a seat that a single person holds is alerted in the worst severity and is not backed."""
    if role.rota is None or role.rota.people != 1:
        return ()
    return tuple(alert for alert in unbacked(evidence, role) if _worst(evidence, alert) in alert.severities)


def levels(evidence: Evidence, chain: Chain) -> tuple[tuple[int, Level], ...]:
    """The levels that may be alerted and that are not left to suppliers alone, from the lowest to the highest."""
    reached, roles = evidence.facts.reached[chain.id], evidence.playbook.roles
    return tuple(
        (index, level)
        for index, level in enumerate(chain.levels)
        if level.id in reached and not all(roles[role].external for role in level.roles)
    )


def at_level(chain: Chain, level: Level, severity: str | None = None) -> Iterator[str]:
    """All roles that are alerted with a level, or those that are in one severity."""
    yield from level.roles
    for beside in chain.alongside:
        if beside.level == level.id and (not severity or not beside.severities or severity in beside.severities):
            yield beside.role


def _shared(evidence: Evidence, role: Role, alert: Alert) -> bool:
    """Whether another person at the same level may answer as well."""
    if not alert.leads:
        return False
    level = evidence.playbook.of(Chain)[alert.chain].levels[int(alert.route[1])]
    own = evidence.facts.persons[role.id]
    return level.answer == "any" and any(other not in own for other in level.roles)


def _worst(evidence: Evidence, alert: Alert) -> str:
    chain = evidence.playbook.of(Chain)[alert.chain]
    return evidence.playbook.matrices[chain.severity_matrix].worst.id
