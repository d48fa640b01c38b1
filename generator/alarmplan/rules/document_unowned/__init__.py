from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.rules.check import judges


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    if document.owner is None:
        yield Finding("document-unowned", evidence.at(document, "id"), {"id": document.id})
