from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.passage import Passage
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.unwritten import STANDS_FOR_NOTHING
from alarmplan.rules.wording import spotted_in, texts, unquoted

# Two letters are a roman number, a size or part of a code as well: it takes what they stand in for beside them.
_TWO = (
    r"[Xx]{2} ?(?:(?:[Mm]in|Std|Tagen?|minutes?|hours?|days?)\b|Minuten|Stunden|Uhr|Euro|EUR|€|%|Prozent|percent)"
    r"|[Xx]{2}:[Xx]{2} ?(?:Uhr|[ap]\.?m\b)|(?:Frau|Herrn?|Mr\.?|Mrs\.?|Ms\.?) [Xx]{2}(?![\w-])"
)
# Initials come before a name, and heights above sea level have been told from “N. N.” in German.
_NOBODY = (
    r"(?<!über )(?<!unter )(?<!auf )(?<!ü\. )(?<!u\. )(?<!above )(?<!below )"
    r"(?<![\w.])N\. ?N\.(?!\w|[ -][A-ZÄÖÜ][a-zäöü]|\s?[A-Z]\.)"
)
_LEFT_OPEN = re.compile(
    rf"(?<![\w/#@.-])(?:(?:TODO|TBD|TBC|FIXME|XXX+|[Xx]xx+)(?![\w/-])|{_TWO})|{_NOBODY}"
    r"|(?<![\w?!])\?{3,}(?![\w?])|[(\[](?:folgt noch|to follow)[)\]]|(?i:lorem\s+ipsum)"
)
# Only what is short: a message may well say that its explanation follows, and steps to follow are steps.
_ANNOUNCED = re.compile(
    r"(?:(?:[\w-]+:? ){1,3}folg(?:t|en) noch|(?i:details|more|numbers?|contacts?|names?|texts?) to follow)\s*[.!]?"
)
_DIGITS_OPEN = re.compile(r"\+?[0-9][0-9 /()-]*[Xx]{2}[0-9Xx /()-]*")
_SIGNS = (
    "TODO",
    "TBD",
    "TBC",
    "FIXME",
    "XX",
    "xx",
    "orem",
    "OREM",
    "N. N.",
    "N.N.",
    "???",
    "gt noch",
    "gen noch",
    "to follow",
)
_SAID = ("example", "answer")  # what somebody may say in an incident
_ALONE = 30  # characters at most of a text that stands for nothing


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    written = evidence.text(document)
    left = any(sign in written for sign in _SIGNS)
    for passage in evidence.passages(document):
        if left or any(len(text) <= _ALONE and STANDS_FOR_NOTHING.fullmatch(text) for text in texts(passage)):
            for spot in spotted_in(passage, partial(left_open, in_glossary=isinstance(document, Glossary))):
                yield fault(spot.places, {"text": spot.words})


def left_open(passage: Passage, text: str, *, in_glossary: bool = False) -> Iterator[str]:
    """The words in a text that stand for what has not been written yet."""
    if STANDS_FOR_NOTHING.fullmatch(text) or (
        passage.place.route[-1] == "contact" and _DIGITS_OPEN.fullmatch(text.strip())
    ):
        yield text.strip()
    elif in_glossary and passage.form == "label":
        return  # words that are not to be used stand there
    elif _ANNOUNCED.fullmatch(text.strip()) and passage.form != "message" and passage.place.route[-1] not in _SAID:
        yield text.strip()
    else:
        yield from _LEFT_OPEN.findall(unquoted(text))
