"""Through which channels a role is alerted, and for which of them it has a contact."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Alert
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.rules.seats import alerts_of
from alarmplan.rules.worst import unheard


def lacking(evidence: Evidence, role: Role) -> Iterator[tuple[Alert, tuple[str, ...], bool]]:
    """Where it is alerted, through which channels without a contact, and whether some other has one.

    A role without any contact at all is found already. A deputy is called on whichever way it has.
    Reads channels, chains, roles and matrices.
    """
    if not role.reachable:
        return
    for alert in alerts_of(evidence, role):
        known = _known(evidence, role, alert)
        for severity in alert.severities:
            channels = alert.via.at(severity) or ()
            missing = tuple(channel for channel in channels if channel not in known)
            some = len(missing) < len(channels)
            if missing and (some or not _unheard(evidence, role, alert, severity)):
                yield alert, missing, some


def _unheard(evidence: Evidence, role: Role, alert: Alert, severity: str) -> bool:
    """Whether it is found at the level that nobody answers at once on these ways, and mending that mends this."""
    chain = evidence.playbook.of(Chain)[alert.chain]
    worst = evidence.playbook.matrices[chain.severity_matrix].worst.id
    written_there = worst in alert.severities and (severity == worst or alert.via.everywhere is not None)
    answers = any(evidence.playbook.channels[way.via].synchronous for way in role.reachable)
    return alert.leads and written_there and answers and unheard(evidence, alert.via.at(worst) or ())


def _known(evidence: Evidence, role: Role, alert: Alert) -> frozenset[str]:
    """The channels of its contacts and those on which it takes reports; a supplier is reached by our ways, too."""
    intake = evidence.playbook.of(Chain)[alert.chain].intake
    own = frozenset(way.via for way in role.reachable)
    taken = frozenset(way.via for way in intake if way.answered_by == role.id and way.contact)
    return own | taken | (evidence.facts.contacted if role.external else frozenset())
