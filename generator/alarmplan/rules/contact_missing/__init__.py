from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Alert
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.contacts import lacking
from alarmplan.rules.seats import places


@judges(Role, reads=(Channels, Chain, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """One finding per role. A channel for which nobody has a contact is a place where people go or listen."""
    channels: dict[str, None] = {}
    where: dict[Alert, None] = {}
    for alert, missing, has_other in lacking(evidence, role):
        calling = [one for one in missing if one in evidence.facts.contacted and _calls(evidence, one)]
        if has_other and calling:
            channels.update(dict.fromkeys(calling))
            where[alert] = None
    if channels:
        params = {"role": role.id, "channels": ", ".join(channels)}
        yield Fault(evidence.at(role, "id"), params, places(evidence, where))


def _calls(evidence: Evidence, channel: str) -> bool:
    """Whether it is there to call somebody, as phone and pager are; mail and ticket keep the record."""
    way = evidence.playbook.channels[channel]
    return way.synchronous or not way.leaves_record
