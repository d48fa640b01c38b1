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
_SIGN = re.compile(r"[Xx][Xx]|\.\.|…|\?|(?i:todo|tb[acd]|fixme|lorem)")


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    def look(passage: Passage, text: str) -> Iterator[str]:
        if STANDS_FOR_NOTHING.fullmatch(text):
            yield text.strip()
        elif passage.form != "label" or not isinstance(document, Glossary):  # words not to be used stand there
            yield from _LEFT_OPEN.findall(unquoted(text))

    for spot in spotted(evidence, document, _SIGN, look):
        yield Finding("text-placeholder-left", spot.place, {"text": spot.words}, spot.others)
