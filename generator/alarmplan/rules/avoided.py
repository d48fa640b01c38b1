"""Words that a glossary asks to avoid, where a document uses them."""

from __future__ import annotations

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
    pieces: tuple[str, ...]

    def may_be_in(self, text: str) -> bool:
        return all(piece in text for piece in self.pieces)


class Avoided(Generic[T]):
    """What to look for, made once for all documents."""

    def __init__(self, entries: Iterable[tuple[Text, T]], languages: tuple[str, ...]) -> None:
        self._forms = [
            _Form(words([(form, thing)], language), language, pieces(form, language))
            for text, thing in entries
            for language in languages
            for form in [text.in_language(language)]
        ]

    def uses(self, evidence: Evidence, document: Document, *forms: str) -> Iterator[Use[T]]:
        """What the passages of these `forms` use, each word of the glossary once.

        A word in quotation marks is named, not used; aliases are what others say.
        """
        file = evidence.text(document)
        if not (likely := [form for form in self._forms if form.may_be_in(file)]):
            return
        found: dict[int, Use[T]] = {}
        for passage in evidence.passages(document):
            if passage.form in forms and "aliases" not in passage.place.route:
                for thing, word, language, place in _in(passage, likely):
                    found.setdefault(id(thing), Use(thing, word, language, [])).places.append(place)
        yield from found.values()


def _in(passage: Passage, forms: Iterable[_Form[T]]) -> Iterator[tuple[T, str, str, Place]]:
    for place, language, text in passage.each():
        for form in forms:
            if language in ("", form.language) and form.may_be_in(text):
                for match, thing in form.words.found(text.translate(_SPACES)):
                    if not _quoted(text, match.start(), match.end()):
                        yield thing, match[0], form.language, Place(place.path, place.route, words=match[0])


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in tuple(_OPENED) and text[end : end + 1] in tuple(_CLOSED)
