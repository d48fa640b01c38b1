"""A playbook before it is read, and its files once they are plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from alarmplan.model.place import Place, Route

MAX_BYTES = 1024 * 1024  # of one file: more than anybody writes or reviews by hand


_ALMOST = re.compile(r"(\.ya?ml)(?:\.txt)?\Z", re.IGNORECASE)


def intended_name(path: str) -> str:
    """The file name with the suffix that was meant: `x.yaml` for `x.yaml.txt` or `x.YAML`; else as it is."""
    name = PurePosixPath(path).name
    found = _ALMOST.search(name)
    return name[: found.start()] + found[1].lower() if found else name


@dataclass(frozen=True, slots=True)
class Source:
    """The files of a playbook.

    `files` maps paths relative to the playbook, with forward slashes, to bytes, in sorted order;
    `name` is what stands before those paths in messages. `refused` maps what cannot be had as a
    file, by a printable path, to the rule it breaks.
    """

    name: str
    files: Mapping[str, bytes]
    refused: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """One file. `data` is built of dict, list, str, int, float, bool and None; keys are strings.

    `text` is its content without a byte order mark; places are found in it when they are shown.
    `ambiguous` are the unquoted values and keys that other programs take for something else, as written;
    `bare` are the routes of keys within braces that have not even a colon; `decimals` are numbers as they were
    written, where that differs from how they are said: `16.30` is the number 16.3.
    """

    path: str
    text: str
    data: Mapping[str, Any]
    ambiguous: Mapping[Place, str] = field(default_factory=dict)
    bare: frozenset[Route] = frozenset()
    decimals: Mapping[Route, str] = field(default_factory=dict)

    @property
    def kind(self) -> str | None:
        kind = self.data.get("kind")
        return kind if isinstance(kind, str) else None


@dataclass(frozen=True, slots=True)
class Lost:
    """What files that dropped out would have declared, so that references to it are no further mistake.

    `unknown` says whether there is a file of which not even the kind can be seen.
    """

    kinds: frozenset[str] = frozenset()
    ids: Mapping[str, str] = field(default_factory=dict)  # id to path
    unknown: bool = False
