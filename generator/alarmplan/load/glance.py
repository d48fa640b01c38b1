"""What can be seen of a file that could not be read: its kind, and what looks like ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from alarmplan.model.source import Lost

_KIND = re.compile(rb"^kind:[ \t]*[\"']?([a-z-]+)", re.MULTILINE)
_ID = re.compile(rb"\bid:[ \t]*[\"']?([A-Za-z0-9_-]+)")


def glance(contents: Mapping[str, bytes], refused: Iterable[str] = ()) -> Lost:
    """By path. Of `refused` files only the paths are known: people name a file for the id in it."""
    ids = {PurePosixPath(path).name.partition(".")[0]: path for path in refused}
    kinds = ids.keys() & {"organisation"}
    unknown = len(ids) > len(kinds)
    for path, raw in contents.items():
        content = raw.replace(b"\0", b"")  # UTF-16, which we do not read, is legible without them
        found = _KIND.findall(content)
        unknown |= not found
        kinds.update(kind.decode() for kind in found)
        for id in _ID.findall(content):
            ids.setdefault(id.decode(), path)
    return Lost(frozenset(kinds), ids, unknown)
