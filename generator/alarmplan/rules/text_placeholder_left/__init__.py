from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.passage import Passage
from alarmplan.rules.check import judges
from alarmplan.rules.wording import spotted_in, texts, unquoted

# `noch offen` and `in Arbeit` are names of a status, and `wird noch untersucht` is an answer.
_LATER = (
    r"(?:wird |werden )?noch (?:ergänzt|festgelegt|definiert|nachgetragen)|folgt noch"
    r"|(?:ist |sind )?noch (?:zu (?:ergänzen|definieren)|festzulegen|nachzutragen)"
    r"|(?:is |are )?(?:still )?to be (?:added|defined|determined|written)"
)
STANDS_FOR_NOTHING = re.compile(
    rf"\s*(?:(?i:todo|tbd|tba|tbc|fixme|xx+|[(\[]?(?:{_LATER})[)\]]?)\s*[.:!]?|…+|\.{{2,}}|\?+)\s*"
)
_LEFT_OPEN = re.compile(r"(?<![\w/#@.-])(?:TODO|TBD|TBC|FIXME|XXX+|xxx+)(?![\w/-])|(?i:lorem\s+ipsum)")
_SIGNS = ("TODO", "TBD", "TBC", "FIXME", "XXX", "xxx", "orem", "OREM")
_ALONE = 30  # characters at most of a text that stands for nothing


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    written = evidence.text(document)
    left = any(sign in written for sign in _SIGNS)
    for passage in evidence.passages(document):
        if left or any(len(text) <= _ALONE and STANDS_FOR_NOTHING.fullmatch(text) for text in texts(passage)):
            for spot in spotted_in(passage, partial(_left_open, isinstance(document, Glossary))):
                yield Finding("text-placeholder-left", spot.place, {"text": spot.words}, spot.others)


def _left_open(in_glossary: bool, passage: Passage, text: str) -> Iterator[str]:
    if STANDS_FOR_NOTHING.fullmatch(text):
        yield text.strip()
    elif passage.form != "label" or not in_glossary:  # words that are not to be used stand there
        yield from _LEFT_OPEN.findall(unquoted(text))
