"""Words that a glossary asks to avoid, where a document uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place
from alarmplan.model.text import Text
from alarmplan.model.words import parts, tokens, words

T = TypeVar("T")

_OPENED, _CLOSED = "„“”‚‘»«\"'", "“”‘’«»\"'"
_WORD = re.compile(r"\w+")
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
    """`parts` are the words of which each has to stand in a text in some way, or the form does not.

    `lead` is how many signs stand before the first of them.
    """

    thing: T
    form: str
    language: str
    parts: tuple[frozenset[str], ...]
    lead: int


class Avoided(Generic[T]):
    """What to look for, made once for all documents."""

    def __init__(self, entries: Iterable[tuple[Text, T]], languages: tuple[str, ...]) -> None:
        self._forms = [
            _Form(thing, form, language, parts(form, language), _lead(form))
            for text, thing in entries
            for language in languages
            for form in [text.in_language(language)]
        ]

    def uses(self, evidence: Evidence, document: Document, *forms: str) -> Iterator[Use[T]]:
        """What the passages of these `forms` use, each word of the glossary once. Aliases are what others say."""
        passages = [one for one in evidence.passages(document) if one.form in forms and not _of_others(one)]
        likely = _Likely(self._likely(passages))
        found: dict[int, Use[T]] = {}
        for passage in passages if likely.forms else ():
            for place, language, text in passage.each():
                for form, word in likely.used(text, language):
                    use = found.setdefault(id(form.thing), Use(form.thing, word, form.language, []))
                    use.places.append(Place(place.path, place.route, words=word))
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


class _Likely(Generic[T]):
    """The forms that may stand in a document, by the words with which they begin.

    Each is tried only where its first word stands: with every form in every text, a long glossary took minutes.
    """

    def __init__(self, forms: Sequence[_Form[T]]) -> None:
        self.forms = forms
        self._known: dict[tuple[str, str], list[tuple[_Form[T], str]]] = {}  # aliases are the same text
        self._by_word: dict[str, list[int]] = {}
        for number, form in enumerate(forms):
            for word in form.parts[0] if form.parts else ("",):
                self._by_word.setdefault(word, []).append(number)

    def used(self, text: str, language: str) -> list[tuple[_Form[T], str]]:
        """Forms with the words that stand in the text, in the order of the forms."""
        key = (text, language)
        if key not in self._known:
            self._known[key] = [(self.forms[number], word) for number, _, word in sorted(self._found(*key))]
        return self._known[key]

    def _found(self, text: str, language: str) -> Iterator[tuple[int, int, str]]:
        line = text.translate(_SPACES)
        ended: dict[int, int] = {}  # the same form is not found again within itself
        for start, number in self._beginnings(line):
            form = self.forms[number]
            if language in ("", form.language) and start >= ended.get(number, 0):
                pattern = _pattern(form.form, form.language)
                if pattern and (match := pattern.match(line, start)):
                    ended[number] = match.end()
                    if not quoted(text, start, match.end()):
                        yield number, start, match[0]

    def _beginnings(self, line: str) -> Iterator[tuple[int, int]]:
        """Where the first word of a form stands before its second one, and which form."""
        found = [*_WORD.finditer(line)]
        followers = [*(match.group() for match in found[1:]), ""]  # of the last word: none
        for match, follower in zip(found, followers, strict=False):
            for number in self._by_word.get(match.group(), ()):
                form = self.forms[number]
                if len(form.parts) < 2 or follower in form.parts[1]:
                    yield match.start() - form.lead, number
        for number in self._by_word.get("", ()):
            yield from ((start, number) for start in range(len(line)))


def _lead(form: str) -> int:
    found = _WORD.search(" ".join(form.split()))
    return found.start() if found else 0


@cache  # slow to make, and most forms stand nowhere
def _pattern(form: str, language: str) -> re.Pattern[str] | None:
    return words([(form, None)], language).pattern


def _of_others(passage: Passage) -> bool:
    return "aliases" in passage.place.route


def quoted(text: str, start: int, end: int) -> bool:
    """Whether words stand alone in quotation marks: then they are named, not used."""
    return text[start - 1 : start] in tuple(_OPENED) and text[end : end + 1] in tuple(_CLOSED)
