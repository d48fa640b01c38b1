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
    paths = sorted(
        path
        for path in playbook.rglob("*")
        if path.suffix in SUFFIXES and not any(part.startswith(".") for part in path.relative_to(playbook).parts)
    )
    files = {path.relative_to(playbook).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    if not files:
        raise SourceError(f"no YAML file in {playbook}")
    return Source(name, files)
