from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.rules.check import Fault, judges

# Servers keep the time of Greenwich, authors their own, and where they are it may be tomorrow already.
_ELSEWHERE = timedelta(days=1)


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    if document.reviewed and date.fromisoformat(document.reviewed) - evidence.as_of > _ELSEWHERE:
        params = {"reviewed": document.reviewed, "today": evidence.as_of.isoformat()}
        yield Fault(evidence.at(document, "reviewed"), params)
