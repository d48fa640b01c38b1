from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.playbook import Key
from alarmplan.rules.check import EVERYTHING, Fault, judges
from alarmplan.rules.unused import unused

_NAMED_UNDER = {
    "audience": "audience",
    "calendar": "calendar",
    "channel": "via",
    "infrastructure": "needs",
    "moment": "from",
    "status": "while",
}


@judges(Organisation, reads=EVERYTHING)
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    for key, place in unused(evidence, _NAMED_UNDER):
        if key.kind != "status" or not _passed_through(evidence, key):
            params = {"kind": key.kind, "id": key.id, "under": _NAMED_UNDER[key.kind]}
            yield Fault(place, params)


def _passed_through(evidence: Evidence, status: Key) -> bool:
    """Whether a status that no phase names is needed all the same.

    The first is where incidents begin, others where they end;
    where no phase names any, they are words for a ticket.
    """
    matrix = evidence.playbook.of(SeverityMatrix)[status.scope]
    needed = {matrix.statuses[0].id, *(one.id for one in matrix.statuses if one.end)}
    updates = (update for severity in matrix.levels for update in severity.updates)
    return status.id in needed or not any(phase.while_ for update in updates for phase in update.phases)
