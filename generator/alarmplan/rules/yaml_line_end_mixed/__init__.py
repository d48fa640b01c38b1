from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges

_ALONE = re.compile("\r(?!\n)")


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """One finding for each file. Each sign stands on the line that it ends, before whatever it hides.

    So a hidden comment cannot except the sign that hides it.
    """
    text = evidence.text(document)
    if "\r" in text and "\n" in text:
        path = evidence.playbook.path(document)
        places = [Place(path, offset=match.start()) for match in _ALONE.finditer(text)]
        if places:
            yield fault(places, {})
