from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.inline import Span, doubtful_links, parse_inline
from alarmplan.model.passage import Passage
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.wording import short, spotted, without_code

_LINK = re.compile(
    r"(?P<image>(?<!\w)!)?\[(?P<text>[^\[\]\n]*)\](?P<gap>[ \n]?)\((?P<target>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"
)
_ADDRESS = re.compile(r"\s*(?:https?|mailto|tel|javascript|vbscript|data|file|ftp|sms|sip|callto):", re.IGNORECASE)
_WORD = re.compile(r"(?:[#./]|[^\W\d_])\S*")
_OF_PLAYBOOK = re.compile(r"\s*(?P<kind>[a-z]+(?:-[a-z]+)*)\s*:\s*[\w/-]+\s*")
_SIGNS = ("](", "] (", "]\n(")


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """Whatever looks like a link and does not become one, unless resolving has said so already."""
    kinds = evidence.playbook.kinds_of_ids

    def look(passage: Passage, text: str) -> Iterator[str]:
        for match in _LINK.finditer(without_code(text)):
            if _is_odd(passage, match, kinds):
                yield match.group()

    for spot in spotted(evidence, document, _SIGNS, look):
        yield fault(spot.places, {"link": short(spot.words)})


def _is_odd(passage: Passage, match: re.Match[str], kinds: frozenset[str]) -> bool:
    target = match["target"]
    if passage.form == "message":
        # Some chats make links of these; but nobody outside can follow one to an id.
        return _is_of_playbook(target, kinds) or target.strip().lower().startswith("javascript:")
    if passage.form == "prose" and not match["image"] and not match["gap"]:
        span, *others = parse_inline(match.group()) or (Span(""),)
        if (span.form == "link" and not others) or any(doubtful_links(match.group())):
            return False
    if match["gap"]:
        return _is_of_playbook(target, kinds)  # else a word in brackets, and a remark
    return not target or bool(_ADDRESS.match(target) or _WORD.fullmatch(target)) or _is_of_playbook(target, kinds)


def _is_of_playbook(target: str, kinds: frozenset[str]) -> bool:
    found = _OF_PLAYBOOK.fullmatch(target)
    return found is not None and found["kind"] in kinds
