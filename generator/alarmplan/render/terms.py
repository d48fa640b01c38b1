"""Which terms of the glossary stand on a page, in whatever form they are inflected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from alarmplan.model.kinds.glossary import Term
from alarmplan.model.text import Text

_ENDINGS = {"de": "e|n|en|s|es|er|ern", "en": "s|es"}
_ADJECTIVE = {"de": re.compile(r"([a-zäöüß-]{3,})(?:e|er|es|en|em) ")}  # `erste Reaktion`, `der ersten Reaktion`
_UNREAD = re.compile(r"<(pre|code|svg)\b.*?</\1>|\]\([^)]*\)|\{ #[^}]*\}|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Terms:
    """`terms` has the term of each group of `pattern`."""

    pattern: re.Pattern[str] | None
    terms: tuple[Term, ...]

    def used(self, page: str) -> Mapping[str, Term]:
        """The terms that `page`, which is Markdown of ours, shows to readers, by the form in which each occurs."""
        if self.pattern is None:
            return {}
        text = unescape(_UNREAD.sub(" ", page))
        return {found[0]: self.terms[(found.lastindex or 0) - 1] for found in self.pattern.finditer(text)}


def terms(entries: Iterable[Term], language: str) -> Terms:
    """Everything needed to find these terms, made once for all pages.

    Forms are grouped by their first letter: tried one after the other they would take forty times as long.
    """
    forms = sorted(_forms(entries, language), key=lambda form: (form[0][0], -len(form[0])))
    if not forms:
        return Terms(None, ())
    groups = (
        f"{re.escape(letter)}(?:{'|'.join(f'({_inflected(form[1:], language)})' for form, _ in group)})"
        for letter, group in groupby(forms, key=lambda form: form[0][0])
    )
    endings = _ENDINGS.get(language, "s")
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?:{endings})?(?!\w)")
    return Terms(pattern, tuple(term for _, term in forms))


def _forms(entries: Iterable[Term], language: str) -> Iterator[tuple[str, Term]]:
    """Titles and synonyms, also as they begin a sentence; in English also as they stand within one."""
    for term in entries:
        for text in (term.title, *term.synonyms):
            if not (form := _said(text, language)):
                continue  # a title of spaces
            begun = {form[0].upper() + form[1:], form[0].lower() + form[1:] if language == "en" else form}
            yield from ((one, term) for one in sorted({form, *begun}))


def _said(text: Text, language: str) -> str:
    return " ".join(text.in_language(language).split())


def _inflected(form: str, language: str) -> str:
    """A pattern for `form`, in which any space may be one that does not break."""
    escaped = re.escape(form).replace("\\ ", " ")
    if language in _ADJECTIVE:
        escaped = _ADJECTIVE[language].sub(r"\1(?:e|er|es|en|em) ", escaped)
    return escaped.replace(" ", "[ \u00a0]")
