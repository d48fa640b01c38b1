"""Words that a glossary asks to avoid, where a document uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place
from alarmplan.model.text import Text
from alarmplan.model.words import Words, parts, tokens, words

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
    """`parts` are the words of which each has to stand in a text in some way, or the form does not."""

    thing: T
    form: str
    language: str
    parts: tuple[frozenset[str], ...]


class Avoided(Generic[T]):
    """What to look for, made once for all documents."""

    def __init__(self, entries: Iterable[tuple[Text, T]], languages: tuple[str, ...]) -> None:
        self._forms = [
            _Form(thing, form, language, parts(form, language))
            for text, thing in entries
            for language in languages
            for form in [text.in_language(language)]
        ]

    def uses(self, evidence: Evidence, document: Document, *forms: str) -> Iterator[Use[T]]:
        """What the passages of these `forms` use, each word of the glossary once. Aliases are what others say."""
        passages = [one for one in evidence.passages(document) if one.form in forms and not _of_others(one)]
        likely = self._likely(passages)
        found: dict[int, Use[T]] = {}
        for passage in passages if likely else ():
            for thing, word, language, place in _in(passage, likely):
                found.setdefault(id(thing), Use(thing, word, language, [])).places.append(place)
        yield from found.values()

    def _likely(self, passages: Iterable[Passage]) -> list[_Form[T]]:
        """Those of which every word stands somewhere: of most documents none."""
        written: dict[str, list[str]] = {}
        for passage in passages:
            for _, language, text in passage.each():
                written.setdefault(language, []).append(text)
        found = {language: tokens("\n".join(texts)) for language, texts in written.items()}
        everywhere = found.pop("", set())
        of = {language: own | everywhere for language, own in found.items()}
        return [
            form
            for form in self._forms
            if all(not part.isdisjoint(of.get(form.language, everywhere)) for part in form.parts)
        ]


def _in(passage: Passage, forms: Iterable[_Form[T]]) -> Iterator[tuple[T, str, str, Place]]:
    for place, language, text in passage.each():
        line = text.translate(_SPACES)
        for form in forms:
            if language in ("", form.language):
                for match, _ in _words(form.form, form.language).found(line):
                    if not quoted(text, match.start(), match.end()):
                        yield form.thing, match[0], form.language, Place(place.path, place.route, words=match[0])


@cache  # slow to make, and most forms stand nowhere
def _words(form: str, language: str) -> Words[None]:
    return words([(form, None)], language)


def _of_others(passage: Passage) -> bool:
    return "aliases" in passage.place.route


def quoted(text: str, start: int, end: int) -> bool:
    """Whether words stand alone in quotation marks: then they are named, not used."""
    return text[start - 1 : start] in tuple(_OPENED) and text[end : end + 1] in tuple(_CLOSED)
