from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from alarmplan.model.document import Document
from alarmplan.model.place import Route
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """`answer` is the wanted state; `killer` marks what is dangerous when missed."""

    id: str
    text: Text
    answer: Text | None = None
    doer: str | None = None
    killer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistPart:
    """A group of items; `pause` is what is confirmed after it."""

    title: Text | None = None
    doer: str | None = None
    items: tuple[ChecklistItem, ...]
    pause: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(Document):
    mode: Literal["read-do", "do-confirm"]
    aim: Text | None = None
    doer: str | None = None
    confirmed_by: str | None = None
    parts: tuple[ChecklistPart, ...]

    def other_doer(self, part: ChecklistPart, item: ChecklistItem) -> str | None:
        """Who does an item, where it is not the doer of the whole list: a role, or `owner`."""
        doer = item.doer or part.doer
        return None if doer == self.doer else doer

    def stretches(self) -> Iterator[tuple[tuple[Route, ChecklistItem], ...]]:
        """The items between one pause and the next, and where each stands."""
        stretch: list[tuple[Route, ChecklistItem]] = []
        for index, part in enumerate(self.parts):
            stretch.extend((("parts", index, "items", number), item) for number, item in enumerate(part.items))
            if part.pause:
                yield tuple(stretch)
                stretch = []
        if stretch:
            yield tuple(stretch)

    def items(self) -> Iterator[ChecklistItem]:
        for part in self.parts:
            yield from part.items
