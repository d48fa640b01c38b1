"""A playbook before it is read, and its files once they are plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """The files of a playbook.

    `files` maps paths relative to the playbook, with forward slashes, to bytes, in sorted order;
    `name` is what stands before those paths in messages.
    """

    name: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """One file. `data` is built of dict, list, str, int, float, bool and None; keys are strings.

    `text` is its content without a byte order mark; places are found in it when they are shown.
    """

    path: str
    text: str
    data: Mapping[str, Any]

    @property
    def kind(self) -> str | None:
        kind = self.data.get("kind")
        return kind if isinstance(kind, str) else None


@dataclass(frozen=True, slots=True)
class Lost:
    """What files that dropped out would have declared, so that references to it are no further mistake."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
