from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.rules.check import Fault, judges


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    if document.owner is None:
        yield Fault(evidence.at(document, "id"), {"id": document.id})
