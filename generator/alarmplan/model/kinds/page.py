from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.document import Document
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    id: str
    title: Text
    text: Text | None = None
    points: tuple[Text, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage(Document):
    lead: Text | None = None
    sections: tuple[Section, ...]
