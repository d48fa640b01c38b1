"""Authored text where it stands, as rules about wording read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from alarmplan.model.place import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """`form` is what its schema says of it: a label has one line, prose has links, a message has placeholders.

    `raw` is the text itself where it is the same in every language, or one text for each.
    """

    place: Place
    form: Literal["label", "message", "prose"]
    raw: str | Mapping[str, str]

    def each(self) -> Iterator[tuple[Place, str, str]]:
        """Place, language and text; the language is empty where the text is the same in all."""
        if isinstance(self.raw, str):
            yield self.place, "", self.raw
            return
        for language, text in self.raw.items():
            yield Place(self.place.path, (*self.place.route, language)), language, text
