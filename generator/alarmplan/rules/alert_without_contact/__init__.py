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


@judges(Role, reads=(Chain, Channels, Role, SeverityMatrix))
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """One finding per role, wherever it cannot be reached."""
    channels: dict[str, None] = {}
    where: dict[Alert, None] = {}
    for alert, missing, has_other in lacking(evidence, role):
        if not has_other:
            channels.update(dict.fromkeys(missing))
            where[alert] = None
    if channels:
        params = {
            "role": role.id,
            "channels": ", ".join(channels),
            "levels": ", ".join(dict.fromkeys(alert.level for alert in where)),
        }
        related = places(evidence, where)
        yield Fault(evidence.at(role, "id"), params, related)
