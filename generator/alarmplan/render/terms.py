"""Which terms of the glossary stand on a page, in whatever form they are inflected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from alarmplan.model.kinds.glossary import Term
from alarmplan.model.words import Words, words

_UNREAD = re.compile(r"<(pre|code|svg)\b.*?</\1>|\]\([^)]*\)|\{ #[^}]*\}|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Terms:
    """`forms` finds terms by their titles and synonyms."""

    forms: Words[Term]

    def used(self, page: str) -> Mapping[str, Term]:
        """The terms that `page`, which is Markdown of ours, shows to readers, by the form in which each occurs."""
        text = unescape(_UNREAD.sub(" ", page))
        return {match[0]: term for match, term in self.forms.found(text)}


def terms(entries: Iterable[Term], language: str) -> Terms:
    """Everything needed to find these terms, made once for all pages."""
    titles = ((text.in_language(language), term) for term in entries for text in (term.title, *term.synonyms))
    return Terms(words(titles, language))
