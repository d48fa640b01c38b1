from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.passage import Passage
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.unwritten import STANDS_FOR_NOTHING
from alarmplan.rules.wording import texts

_SAYS_SOMETHING = re.compile(r"[^\W_]")


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """Tables are left out: there an empty cell or a dash says that there is nothing."""
    for passage in evidence.passages(document):
        if "table" not in passage.place.route:
            yield from _empty(passage)


def _empty(passage: Passage) -> Iterator[Fault]:
    if any(map(_is_empty, texts(passage))):
        yield fault([place for place, _, text in passage.each() if _is_empty(text)], {})


def _is_empty(text: str) -> bool:
    """Whether there is no letter, no digit and no picture; what was left open is a mistake of its own."""
    if text[:1].isalpha() or _SAYS_SOMETHING.search(text) or STANDS_FOR_NOTHING.fullmatch(text):
        return False
    return not any(unicodedata.category(character)[0] == "S" for character in text)
