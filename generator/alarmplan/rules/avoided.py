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


class Avoided(Generic[T]):
    """What to look for, made once for all documents."""

    def __init__(self, entries: Iterable[tuple[Text, T]], languages: tuple[str, ...]) -> None:
        listed = list(entries)
        forms = {
            language: [(text.in_language(language), thing) for text, thing in listed] for language in languages
        }
        self._words: dict[str, Words[T]] = {language: words(of, language) for language, of in forms.items()}
        self._pieces = {
            piece for language, of in forms.items() for form, _ in of for piece in pieces(form, language)
        }

    def uses(self, evidence: Evidence, document: Document, *forms: str) -> Iterator[Use[T]]:
        """What the passages of these `forms` use, each word of the glossary once.

        A word in quotation marks is named, not used; aliases are what others say.
        """
        text = evidence.text(document)
        if not any(piece in text for piece in self._pieces):
            return
        found: dict[int, Use[T]] = {}
        for passage in evidence.passages(document):
            if passage.form in forms and "aliases" not in passage.place.route:
                for thing, word, language, place in self._in(passage):
                    found.setdefault(id(thing), Use(thing, word, language, [])).places.append(place)
        yield from found.values()

    def _in(self, passage: Passage) -> Iterator[tuple[T, str, str, Place]]:
        for place, written, text in passage.each():
            for language in [written] if written else self._words:
                if language not in self._words:
                    continue  # of a text in a language that the playbook does not have
                for match, thing in self._words[language].found(text.translate(_SPACES)):
                    if not _quoted(text, match.start(), match.end()):
                        yield thing, match[0], language, Place(place.path, place.route, words=match[0])


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in tuple(_OPENED) and text[end : end + 1] in tuple(_CLOSED)
