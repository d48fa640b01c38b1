"""What the terms of all glossaries are called, for the rules about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.glossary import Glossary, Term
from alarmplan.model.place import Place, Route
from alarmplan.model.text import Text
from alarmplan.rules.same_words import folded, written


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a term in one language, and where they stand."""

    term: str
    language: str
    words: str
    place: Place

    @property
    def key(self) -> tuple[str, str]:
        """The same for all that readers take for the same words."""
        return self.language, folded(self.words)


def placed_terms(evidence: Evidence) -> Iterator[tuple[Glossary, int, Term]]:
    for glossary in evidence.playbook.of(Glossary).values():
        for index, term in enumerate(glossary.terms):
            yield glossary, index, term


def names(evidence: Evidence, glossary: Glossary, index: int) -> Iterator[Said]:
    """Title and synonyms of a term: all words that are right for it."""
    term = glossary.terms[index]
    yield from said(evidence, glossary, index, term.title, "title")
    for number, synonym in enumerate(term.synonyms):
        yield from said(evidence, glossary, index, synonym, "synonyms", number)


def said(evidence: Evidence, glossary: Glossary, index: int, text: Text, *route: str | int) -> Iterator[Said]:
    at: Route = ("terms", index, *route)
    for language, words, found in written(text, at, evidence.playbook.languages):
        yield Said(glossary.terms[index].id, language, words, evidence.at(glossary, *found))
