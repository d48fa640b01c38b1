from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.passage import Passage
from alarmplan.rules.check import judges
from alarmplan.rules.wording import spotted, unquoted

STANDS_FOR_NOTHING = re.compile(r"\s*(?:(?i:todo|tbd|tba|tbc|fixme|xx+)\s*[.:!]?|…+|\.{2,}|\?+)\s*")
_LEFT_OPEN = re.compile(r"(?<![\w/#@.-])(?:TODO|TBD|TBC|FIXME|XXX+|xxx+)(?![\w/-])|(?i:lorem\s+ipsum)")
_SIGNS = ("TODO", "TBD", "TBC", "FIXME", "XXX", "xxx", "orem", "OREM")
_ALONE = 10  # so short is a text that stands for nothing


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    written = evidence.text(document)
    open_signs = [sign for sign in _SIGNS if sign in written]

    def look(passage: Passage, text: str) -> Iterator[str]:
        if len(text) <= _ALONE and STANDS_FOR_NOTHING.fullmatch(text):
            yield text.strip()
        elif open_signs and (passage.form != "label" or not isinstance(document, Glossary)):
            # In the labels of a glossary there are words that are not to be used.
            yield from _LEFT_OPEN.findall(unquoted(text))

    for spot in spotted(evidence, document, ("",), look):
        yield Finding("text-placeholder-left", spot.place, {"text": spot.words}, spot.others)
