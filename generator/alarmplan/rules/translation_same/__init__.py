from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.tongue import tongue
from alarmplan.rules.wording import short

_WORD = re.compile(r"[^\W\d_]{2}")
_SPACE = 10  # characters that the same text may be longer for its spaces


@judges(Document, reads=(Organisation,))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """A name could stand there once. Marked is the language that the text is not in, where that can be told."""
    languages = {*evidence.playbook.languages}
    for passage in evidence.passages(document):
        if isinstance(passage.raw, str) or not _is_same(*passage.raw.values()):
            continue
        written = tongue(text := next(iter(passage.raw.values())))
        others = [one for one in passage.raw if one in languages and one != (written.language if written else "")]
        if len(languages & passage.raw.keys()) > 1 and _WORD.search(text):
            place = Place(passage.place.path, (*passage.place.route, others[-1]))
            yield Fault(place, {"language": others[-1], "text": short(passage.raw[others[-1]])})


def _is_same(first: str, *others: str) -> bool:
    """But for breaks of lines; most differ in their first letter or their length."""
    for other in others:
        if first[:1] != other[:1] or abs(len(first) - len(other)) > _SPACE or first.split() != other.split():
            return False
    return bool(others)
