from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.intake import Intake
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.service import Service
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, judges


@judges(Document, reads=(Role,))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """One contact for a channel is enough, wherever it stands: in another line, or with the role that answers.

    A channel for which no role has a contact may need none, such as a detector.
    """
    for route, intake in _intakes(document):
        known = {way.via for way in intake if way.contact}
        wanting = evidence.facts.contacted - known
        for index, way in enumerate(intake):
            if way.via in wanting and not _reached(evidence, way):
                place = evidence.at(document, *route, index, "via")
                yield Fault(place, {"channel": way.via})


def _intakes(document: Document) -> Iterator[tuple[Route, Sequence[Intake]]]:
    if isinstance(document, Chain):
        yield ("intake",), document.intake
    elif isinstance(document, Service):
        for number, commitment in enumerate(document.commitments):
            yield ("commitments", number, "intake"), commitment.intake


def _reached(evidence: Evidence, way: Intake) -> bool:
    role = evidence.playbook.roles.get(way.answered_by or "")
    return role is not None and any(contact.via == way.via for contact in role.reachable)
