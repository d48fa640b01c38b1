"""What can be seen of a file that could not be read: its kind, and what looks like ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from alarmplan.model.source import Lost

_KIND = re.compile(rb"^kind:[ \t]*[\"']?([a-z-]+)", re.MULTILINE)
_ID = re.compile(rb"\bid:[ \t]*[\"']?([A-Za-z0-9_-]+)")


def glance(contents: Iterable[bytes], refused: Iterable[str] = ()) -> Lost:
    """Of `refused` files only the paths are known: people name a file for the id in it."""
    stems = {PurePosixPath(path).stem for path in refused}
    kinds = stems & {"organisation"}
    ids = set(stems)
    for raw in contents:
        content = raw.replace(b"\0", b"")  # UTF-16, which we do not read, is legible without them
        kinds.update(kind.decode() for kind in _KIND.findall(content))
        ids.update(id.decode() for id in _ID.findall(content))
    return Lost(frozenset(kinds), frozenset(ids))
