from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.document import Document
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows should have as many cells as there are columns; `filled` makes up for those that have not."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]

    def filled(self) -> tuple[tuple[Text | None, ...], ...]:
        """All rows, the columns first, as long as the longest of them."""
        rows = (self.columns, *self.rows)
        width = max(map(len, rows))
        return tuple((*row, *(None,) * (width - len(row))) for row in rows)


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
