from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.rules.check import Fault, judges


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """What deliberately never has to be reviewed (`review_every: none`) need not say when it last was."""
    if document.review_every and document.review_every.is_none:
        return
    missing = [key for key in ("reviewed", "review_every") if getattr(document, key) is None]
    if missing:
        params = {"id": document.id, "missing": ", ".join(missing)}
        yield Fault(evidence.at(document, "id"), params)
