from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.playbook import Key
from alarmplan.rules.check import judges


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    """On the day itself there is still time."""
    due = evidence.facts.review_due.get(Key(document.kind, document.id))
    if due and due < evidence.as_of:
        params = {"id": document.id, "due": due.isoformat(), "today": evidence.as_of.isoformat()}
        yield Finding("review-overdue", evidence.at(document, "reviewed"), params)
