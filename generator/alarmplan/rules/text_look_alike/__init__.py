from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.wording import is_unusual

_LATIN = "A-Za-z\u00c0-\u024f"
# Of the Greek letters only those that look like Latin ones: μs, kΩ and ΔT are written with Greek letters.
_OTHERS = "\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ"
_MIXED = re.compile(f"(?<=[{_LATIN}])[{_OTHERS}]|[{_OTHERS}](?=[{_LATIN}])")


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """One finding for each word, at the first place where it stands: what is copied is copied often."""
    text = evidence.text(document)
    if not is_unusual(text):
        return
    path = evidence.playbook.path(document)
    places: dict[str, list[Place]] = {}
    letters: dict[str, str] = {}
    end = 0
    for match in _MIXED.finditer(text):
        if match.start() < end:
            continue  # another letter of the same word
        word, end = _word(text, match.start())
        letters.setdefault(word, match.group())
        places.setdefault(word, []).append(Place(path, offset=match.start()))
    for word, of_word in places.items():
        yield fault(of_word, {"letter": letters[word], "word": word[:60]})


def _word(text: str, at: int) -> tuple[str, int]:
    """The word around a letter, and where it ends."""
    start = end = at
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end], end
