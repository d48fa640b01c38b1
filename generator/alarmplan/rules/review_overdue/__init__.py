from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.playbook import Key
from alarmplan.rules.check import Fault, judges


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """On the day itself there is still time."""
    due = evidence.facts.review_due.get(Key(document.kind, document.id))
    if due and due < evidence.as_of:
        params = {"id": document.id, "due": due.isoformat(), "today": evidence.as_of.isoformat()}
        yield Fault(evidence.at(document, "reviewed"), params)
