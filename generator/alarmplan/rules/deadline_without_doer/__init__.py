from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.deadlines import deadlines_lacking


@judges(Document, reads=(Chain,))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    yield from deadlines_lacking(evidence, document, lambda deadline: deadline.by is None)
