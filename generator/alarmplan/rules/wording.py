"""How rules about wording go through the texts of a document: one finding for each text, in all its languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place

# A quote ends where another one of its own begins: each sign is looked at once, however many open and none closes.
_QUOTED = re.compile(
    '`[^`\n]+`|„[^„“”]*[“”]|“[^“”]*”|‚[^‚‘’]*[‘’]|»[^«»]*«|«[^«»]*»|"[^"\n]*"|https?://\\S+|(?<=\\])\\([^()\n]*\\)'
)
_UNUSUAL = re.compile("[^\x00-\xff\u2010-\u203a]")
_CODE = re.compile("`[^`\n]+`")


@dataclass(frozen=True, slots=True)
class Spotted:
    """`words` as they stand at the first of `places`, which are all within the same text."""

    words: str
    places: tuple[Place, ...]


Look = Callable[[Passage, str], Iterable[str]]


def spotted(evidence: Evidence, document: Document, signs: Sequence[str], look: Look) -> Iterator[Spotted]:
    """What `look` finds in those texts of a document in which one of `signs` stands."""
    written = evidence.text(document)
    if "\\" not in written:  # else an escape may hide a sign
        signs = [sign for sign in signs if sign in written]
    if not signs:
        return
    for passage in evidence.passages(document):
        for text in texts(passage):
            if any(sign in text for sign in signs):
                yield from spotted_in(passage, look)
                break


def spotted_in(passage: Passage, look: Look) -> Iterator[Spotted]:
    """What `look` finds in one text: at most one thing, and where else."""
    found = [(words, replace(at, words=words)) for at, _, text in passage.each() for words in look(passage, text)]
    if found:
        yield Spotted(found[0][0], tuple(place for _, place in found))


def texts(passage: Passage) -> Iterable[str]:
    """Without their places, which most of them never need."""
    return (passage.raw,) if isinstance(passage.raw, str) else passage.raw.values()


def is_unusual(text: str) -> bool:
    """Whether there is any sign beyond those of German and English, quickly."""
    return not text.isascii() and _UNUSUAL.search(text) is not None


def unquoted(text: str) -> str:
    """A text without what others say in it: quotes, code, addresses. All the rest stays in its place."""
    return _QUOTED.sub(_blank, text)


def without_code(text: str) -> str:
    return _CODE.sub(_blank, text) if "`" in text else text


def short(words: str, limit: int = 60) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
