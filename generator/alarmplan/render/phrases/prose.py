"""What pages of prose hold besides text."""

from __future__ import annotations

from alarmplan.model.kinds.page import Table
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People


class Prose(People):
    """Tables."""

    __slots__ = ()

    def table(self, table: Table) -> Markdown:
        """The columns are labels, everything else is prose; cells that are missing stay empty."""
        columns, *rows = table.filled()
        lines = [[self.label(text) if text else "" for text in columns], ["---"] * len(columns)]
        lines += [[self.cell(text) if text else "" for text in row] for row in rows]
        return Markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))
