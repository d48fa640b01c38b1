"""What rules judge by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from alarmplan.model.document import Document
from alarmplan.model.facts import Facts
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place
from alarmplan.model.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Evidence:
    """A playbook, what follows from it, and the day on which it is judged.

    `texts` holds each file as it was written, comments included, by its path.
    """

    playbook: Playbook
    facts: Facts
    as_of: date
    texts: Mapping[str, str]

    def at(self, document: Document, *route: str | int, key: bool = False, words: str = "") -> Place:
        """The place of a value in a document, or of its key."""
        return Place(self.playbook.path(document), route, at_key=key, words=words)

    def passages(self, document: Document) -> Sequence[Passage]:
        """The authored texts of a document, in the order of the file."""
        return self.playbook.passages[self.playbook.path(document)]

    def text(self, document: Document) -> str:
        """The file of a document as it was written."""
        return self.texts[self.playbook.path(document)]
