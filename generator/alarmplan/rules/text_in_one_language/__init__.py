from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.tongue import tongue
from alarmplan.rules.wording import short


@judges(Document, reads=(Organisation,))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """Names stand without a language; a message may be sent in one language to all."""
    if len(evidence.playbook.languages) < 2:
        return
    for passage in evidence.passages(document):
        if isinstance(passage.raw, str) and passage.form != "message" and " " in passage.raw:
            found = tongue(passage.raw)
            if found and found.sentence:
                params = {"language": found.language, "text": short(passage.raw)}
                yield Fault(passage.place, params)
