"""A playbook in a folder."""

from __future__ import annotations

from pathlib import Path

from alarmplan.model.source import Source
from alarmplan.sources import SUFFIXES, SourceError

MARKER = "organisation.yaml"


def find_playbook(directory: Path) -> Path:
    """The playbook of `directory`: itself when it holds the organisation, else its `playbook/`."""
    if (directory / MARKER).is_file():
        return directory
    if (directory / "playbook").is_dir():
        return directory / "playbook"
    raise SourceError(f"no playbook in {directory}: neither {MARKER} nor a folder playbook/")


def read_folder(playbook: Path, name: str) -> Source:
    """Every YAML file below `playbook`, hidden folders left out."""
    root = playbook.resolve()
    paths = sorted(
        path
        for path in playbook.rglob("*")
        if path.suffix in SUFFIXES and not any(part.startswith(".") for part in path.relative_to(playbook).parts)
    )
    files = {path.relative_to(playbook).as_posix(): _read(path, root) for path in paths if path.is_file()}
    if not files:
        raise SourceError(f"no YAML file in {playbook}")
    return Source(name, files)


def _read(path: Path, root: Path) -> bytes:
    """A file of the playbook; a link that leads out of it would publish what is none of its business."""
    if not str(path).isprintable():
        raise SourceError(f"{str(path)!r}: this file name cannot be printed")
    if not path.resolve().is_relative_to(root):
        raise SourceError(f"{path}: this link leads out of the playbook")
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}") from None
