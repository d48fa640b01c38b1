from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import judges
from alarmplan.rules.deadlines import deadlines_lacking


@judges(Document, reads=(Chain,))
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    for told in deadlines_lacking(
        evidence, document, lambda deadline: not deadline.within and not deadline.before
    ):
        yield Finding("deadline-without-time", *told)
