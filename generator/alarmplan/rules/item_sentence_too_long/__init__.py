from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.inline import paragraphs, plain
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.rules.check import Fault, fault, judges

_MOST = 20
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[“”\"»«]?\s+")
_WORD = re.compile(r"\w+(?:[\w.:/’'-]*\w)?")


@judges(Checklist)
def check(evidence: Evidence, checklist: Checklist) -> Iterator[Fault]:
    """One finding per item."""
    for stretch in checklist.stretches():
        for route, item in stretch:
            counts = {language: _longest(text) for language, text in item.text.each() if text.count(" ") >= _MOST}
            over = [language for language, count in counts.items() if count > _MOST]
            if over:
                places = [evidence.at(checklist, *route, "text", *([one] if one else [])) for one in over]
                params: dict[str, str | int] = {"item": item.id, "words": max(counts.values())}
                yield fault(places, params)


def _longest(text: str) -> int:
    sentences = (sentence for part in paragraphs(text) for sentence in _SENTENCE_ENDS.split(plain(part)))
    return max((len(_WORD.findall(sentence)) for sentence in sentences), default=0)
