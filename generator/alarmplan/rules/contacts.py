"""Through which channels a role is alerted, and for which of them it has a contact."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Alert
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.rules.seats import alerts_of


def lacking(evidence: Evidence, role: Role) -> Iterator[tuple[Alert, tuple[str, ...], bool]]:
    """Where it is alerted, through which channels without a contact, and whether some other has one.

    A role without any contact at all is found already. A deputy is called on whichever way it has.
    """
    if not role.reachable:
        return
    for alert in alerts_of(evidence, role):
        known = _known(evidence, role, alert)
        for severity in alert.severities:
            channels = alert.via.at(severity) or ()
            missing = tuple(channel for channel in channels if channel not in known)
            if missing:
                yield alert, missing, len(missing) < len(channels)


def _known(evidence: Evidence, role: Role, alert: Alert) -> frozenset[str]:
    """The channels of its contacts and those on which it takes reports; a supplier is reached by our ways, too."""
    intake = evidence.playbook.of(Chain)[alert.chain].intake
    own = frozenset(way.via for way in role.reachable)
    taken = frozenset(way.via for way in intake if way.answered_by == role.id and way.contact)
    return own | taken | (evidence.facts.contacted if role.external else frozenset())
