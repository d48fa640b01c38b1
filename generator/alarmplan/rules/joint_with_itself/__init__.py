from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.role import Role
from alarmplan.rules.check import judges


@judges(Role, reads=(Role,))
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    own = evidence.facts.persons[role.id]
    for key, entries in (("jointly", role.mandate.jointly), ("limited", role.mandate.limited)):
        for index, entry in enumerate(entries):
            for position, partner in enumerate(entry.with_):
                if partner in own:
                    params = {"role": role.id, "partner": partner, "decision": entry.decision}
                    place = evidence.at(role, "mandate", key, index, "with", position)
                    yield Finding("joint-with-itself", place, params)
