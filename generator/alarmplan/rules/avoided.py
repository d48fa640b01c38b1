"""Words that a glossary asks to avoid, where a document uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place
from alarmplan.model.text import Text
from alarmplan.model.words import Words, pieces, words

T = TypeVar("T")

_OPENED, _CLOSED = "„“”‚‘»«\"'", "“”‘’«»\"'"
_SPACES = str.maketrans("\n\t", "  ")  # as many characters as before


@dataclass(frozen=True, slots=True)
class Use(Generic[T]):
    """`thing` is what asks for other words than `word`; `places` is everywhere in one document."""

    thing: T
    word: str
    language: str
    places: list[Place]


@dataclass(frozen=True, slots=True)
class _Form(Generic[T]):
    """`pieces` stand in every text that holds it: most texts need no second look."""

    words: Words[T]
    language: str
    piece: str
    pieces: tuple[str, ...]
    start: re.Pattern[str]  # its longest word, as words begin; plain letters are found fast

    def may_be_in(self, text: str) -> bool:
        return all(piece in text for piece in self.pieces) and bool(self.start.search(text))


class Avoided(Generic[T]):
    """What to look for, made once for all documents."""

    def __init__(self, entries: Iterable[tuple[Text, T]], languages: tuple[str, ...]) -> None:
        self._forms = [
            _Form(
                words([(form, thing)], language),
                language,
                _longest(form, language),
                pieces(form, language),
                _start(form, language),
            )
            for text, thing in entries
            for language in languages
            for form in [text.in_language(language)]
        ]

    def uses(self, evidence: Evidence, document: Document, *forms: str) -> Iterator[Use[T]]:
        """What the passages of these `forms` use, each word of the glossary once.

        A word in quotation marks is named, not used; aliases are what others say.
        """
        passages = [one for one in evidence.passages(document) if one.form in forms and not _of_others(one)]
        written: dict[str, list[str]] = {}
        for passage in passages:
            for _, language, text in passage.each():
                written.setdefault(language, []).append(text)
        joined = {language: "\n".join((*texts, *written.get("", ()))) for language, texts in written.items()}
        nothing = joined.get("", "")
        likely = [
            form
            for form in self._forms
            if form.piece in (text := joined.get(form.language, nothing)) and form.may_be_in(text)
        ]
        if not likely:
            return
        found: dict[int, Use[T]] = {}
        for passage in passages:
            for thing, word, language, place in _in(passage, likely):
                found.setdefault(id(thing), Use(thing, word, language, [])).places.append(place)
        yield from found.values()


def _longest(form: str, language: str) -> str:
    return next(iter(pieces(form, language)), "")


def _start(form: str, language: str) -> re.Pattern[str]:
    longest = _longest(form, language)
    return re.compile(rf"{re.escape(longest)}(?<!\w\w{re.escape(longest)})")


def _of_others(passage: Passage) -> bool:
    return "aliases" in passage.place.route


def _in(passage: Passage, forms: Iterable[_Form[T]]) -> Iterator[tuple[T, str, str, Place]]:
    for place, language, text in passage.each():
        for form in forms:
            if language in ("", form.language) and form.piece in text:
                for match, thing in form.words.found(text.translate(_SPACES)):
                    if not _quoted(text, match.start(), match.end()):
                        yield thing, match[0], form.language, Place(place.path, place.route, words=match[0])


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in tuple(_OPENED) and text[end : end + 1] in tuple(_CLOSED)
