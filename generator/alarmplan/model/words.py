"""Words and phrases in text, in whatever form they are inflected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Generic, TypeVar

T = TypeVar("T")

_ENDINGS = {"de": "e|n|en|s|es|er|ern", "en": "s|es"}
_TOKEN = re.compile(r"\w+")
_ADJECTIVE = {
    "de": re.compile(r"(?<![a-zäöüß-])([a-zäöüß-]{3,})(?:e|er|es|en|em) ")
}  # `erste Reaktion`, `der ersten Reaktion`


@dataclass(frozen=True, slots=True)
class Words(Generic[T]):
    """`things` has what each group of `pattern` is a form of."""

    pattern: re.Pattern[str] | None
    things: tuple[T, ...]

    def found(self, text: str) -> Iterator[tuple[re.Match[str], T]]:
        if self.pattern is not None:
            for match in self.pattern.finditer(text):
                yield match, self.things[(match.lastindex or 0) - 1]


def words(entries: Iterable[tuple[str, T]], language: str) -> Words[T]:
    """Everything needed to find these forms, made once for many texts.

    They are grouped by their first letter: tried one after the other they would take forty times as long.
    """
    forms = sorted(_forms(entries, language), key=lambda form: (form[0][0], -len(form[0])))
    if not forms:
        return Words(None, ())
    groups = (
        f"{re.escape(letter)}(?:{'|'.join(f'({_inflected(form[1:], language)})' for form, _ in group)})"
        for letter, group in groupby(forms, key=lambda form: form[0][0])
    )
    endings = _ENDINGS.get(language, "s")
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?:{endings})?(?!\w)")
    return Words(pattern, tuple(thing for _, thing in forms))


def _forms(entries: Iterable[tuple[str, T]], language: str) -> Iterator[tuple[str, T]]:
    """Forms also as they begin a sentence; in English also as they stand within one."""
    for written, thing in entries:
        if not (form := " ".join(written.split())):
            continue  # spaces alone
        begun = {form[0].upper() + form[1:], form[0].lower() + form[1:] if language == "en" else form}
        yield from ((one, thing) for one in sorted({form, *begun}))


def _inflected(form: str, language: str) -> str:
    """A pattern for `form`, in which any space may be one that does not break."""
    escaped = re.escape(form).replace("\\ ", " ")
    if language in _ADJECTIVE:
        escaped = _ADJECTIVE[language].sub(r"\1(?:e|er|es|en|em) ", escaped)
    return escaped.replace(" ", "[ \u00a0]")


def parts(form: str, language: str) -> tuple[frozenset[str], ...]:
    """For each word of a form the ways in which it may stand in a text that holds the form."""
    variants = [form for form, _ in _forms([(form, None)], language)]
    columns = zip(*(_parts(one, language) for one in variants), strict=True)
    return tuple(frozenset(chain.from_iterable(column)) for column in columns)


def tokens(text: str) -> set[str]:
    """The different words of a text."""
    return set(_TOKEN.findall(text))


def _parts(form: str, language: str) -> list[set[str]]:
    found = [{word} for word in _TOKEN.findall(form)]
    endings = _ENDINGS.get(language, "s").split("|")
    for word in found[-1:]:
        word |= {next(iter(word)) + ending for ending in endings}
    if language in _ADJECTIVE:
        for number, word in enumerate(_TOKEN.findall(form)[:-1]):
            if adjective := _ADJECTIVE[language].fullmatch(f"{word} "):
                found[number] |= {adjective[1] + ending for ending in ("e", "er", "es", "en", "em")}
    return found
