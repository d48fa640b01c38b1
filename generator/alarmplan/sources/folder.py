"""A playbook in a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from alarmplan.model.source import MAX_BYTES, Source
from alarmplan.sources import SUFFIXES, RefusedFileError, SourceError, is_wanted, printable

MARKER = "organisation.yaml"


def find_playbook(directory: Path) -> Path:
    """The playbook of `directory`: itself when it holds the organisation, else its `playbook/`."""
    if os.path.lexists(directory / MARKER):  # even if it cannot be read: that is a finding
        return directory
    if (directory / "playbook").is_dir():
        return directory / "playbook"
    raise SourceError("no-playbook", directory=directory, marker=MARKER)


def read_folder(playbook: Path, name: str) -> Source:
    """Every YAML file below `playbook`, hidden folders left out; what cannot be read is named, not skipped."""
    if not name.isprintable():
        raise SourceError("folder-name", name=repr(name))
    root = playbook.resolve()
    files: dict[str, bytes] = {}
    refused: dict[str, str] = {}
    for path, rule in sorted(_entries(playbook)):
        if rule:
            refused[printable(path)] = rule
            continue
        try:
            files[path] = _read(playbook / path, path, root)
        except RefusedFileError as error:
            refused[printable(path)] = error.rule
    if not files and not refused:
        raise SourceError("no-yaml", directory=playbook)
    return Source(name, files, refused)


def _entries(playbook: Path) -> Iterator[tuple[str, str]]:
    """What is named like a YAML file, and what may hold such files but cannot be looked into; with the rule
    it breaks, if that is known already. Links to folders are not followed.
    """
    unread: list[str] = []
    for folder, folders, names in os.walk(playbook, onerror=lambda error: unread.append(str(error.filename))):
        below = Path(folder).relative_to(playbook)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            if name.endswith(SUFFIXES):
                yield (below / name).as_posix(), "file-not-a-file"
            elif (link := Path(folder, name)).is_symlink() and not _is_below(link, playbook.resolve()):
                yield (below / name).as_posix(), "file-leads-out"
        yield from (
            ((below / name).as_posix(), "") for name in names if is_wanted(name) and not name.startswith(".")
        )
    yield from ((Path(folder).relative_to(playbook).as_posix(), "file-not-readable") for folder in unread)


def _read(path: Path, name: str, root: Path) -> bytes:
    """A file of the playbook; a link that leads out of it would publish what is none of its business."""
    if not name.isprintable():
        raise RefusedFileError("file-name-unprintable")
    if not name.endswith(SUFFIXES):
        raise RefusedFileError("file-suffix-wrong")
    try:
        if not _is_below(path, root):
            raise RefusedFileError("file-leads-out")
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would keep us waiting
            raise RefusedFileError("file-not-a-file")
        if found.st_size > MAX_BYTES:
            raise RefusedFileError("file-too-large")
        return path.read_bytes()
    except OSError:
        if path.is_symlink():
            raise RefusedFileError("file-link-broken") from None
        raise RefusedFileError("file-not-readable") from None


def _is_below(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except RuntimeError:  # a link that leads to itself: it leads nowhere, not out
        return True
