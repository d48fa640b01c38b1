"""Comments in the YAML by which an author speaks to the checks."""

from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.place import Place


@dataclass(frozen=True, slots=True)
class Comment:
    """`text` is what follows `# alarmplan`. `covers` is the line it speaks of, counted from 1.

    That is its own line, or the next one with content where the comment stands alone.
    """

    place: Place
    covers: int
    text: str
