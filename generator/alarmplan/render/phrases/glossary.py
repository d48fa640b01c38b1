"""What pages say about the words they use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from alarmplan.model.inline import plain
from alarmplan.model.kinds.glossary import Term
from alarmplan.render import markdown
from alarmplan.render.collation import collation, initial
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People

_LETTER = re.compile(r"[^\W\d_]")
_KEPT_ASIDE = re.compile("wzxhzdk|klzzwxh|hzzhzkh")  # of Python-Markdown, in place of pieces of a page


class Glossary(People):
    """Terms and where they are explained."""

    __slots__ = ()

    def alphabetical(self, terms: Sequence[Term]) -> list[Term]:
        return sorted(terms, key=lambda term: collation(self.view.say(term.title)))

    def letters(self, terms: Sequence[Term]) -> Markdown:
        """A link to the first of several terms, which are in their order, for each letter."""
        first: dict[str, Term] = {}
        for term in terms:
            first.setdefault(initial(self.view.say(term.title)), term)
        return Markdown(" ".join(f"[{markdown.escape(letter)}](#{term.id})" for letter, term in first.items()))

    def terms(self, used: Mapping[str, Term]) -> Markdown:
        """The terms of a page with links to their definitions; for those who cannot point at a word."""
        if not used:
            return Markdown("")
        listed = self.alphabetical(list({term.id: term for term in used.values()}.values()))
        return Markdown(
            f"<small>{self.phrase('terms_here')}: {self.links('term', (t.id for t in listed))}</small>"
        )

    def tips(self, used: Mapping[str, Term]) -> Markdown:
        """Abbreviations of Markdown: each form with the definition of its term.

        A form is left out if Markdown does not read it as it stands, or if a placeholder may hold it: a word of
        the library and a number stand for each piece of a page that it keeps aside, and a mark would cut them.
        """
        lines = (
            f"*[{form}]: {markdown.escape(plain(self.view.say(term.definition)))}"
            for form, term in sorted(used.items())
            if markdown.escape(form) == form and _LETTER.search(form) and not _KEPT_ASIDE.search(form)
        )
        return Markdown("\n".join(lines))
