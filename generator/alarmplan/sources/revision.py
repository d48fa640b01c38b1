"""A playbook as it was at a git revision; the work tree is not touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from alarmplan.model.source import MAX_BYTES, Source
from alarmplan.sources import SUFFIXES, RefusedFileError, SourceError, is_wanted, printable
from alarmplan.sources.folder import MARKER

_LINK, _SUBMODULE = "120000", "160000"
_MOST_LINKS = 40  # as many as Linux follows


@dataclass(frozen=True, slots=True)
class _Entry:
    mode: str
    blob: str
    size: int


def read_revision(directory: Path, revision: str) -> Source:
    """The playbook of `directory` (itself, or its `playbook/`) at `revision`."""
    if revision.startswith("-"):
        raise SourceError("no-revision", revision=revision)
    prefix = os.fsdecode(_git(directory, "rev-parse", "--show-prefix")).removesuffix("\n")
    entries = _listed(directory, revision, prefix)
    root = prefix if f"{prefix}{MARKER}" in entries else f"{prefix}playbook/"
    below = {path.removeprefix(root): entry for path, entry in entries.items() if path.startswith(root)}
    wanted, refused = _sifted(directory, below)
    if not wanted and not refused:
        raise SourceError("no-playbook-at", revision=revision)
    contents = _contents(directory, wanted.values())
    return Source(f"{revision}:{root.rstrip('/')}", dict(zip(wanted, contents, strict=True)), refused)


def _listed(directory: Path, revision: str, prefix: str) -> dict[str, _Entry]:
    listed = _git(
        directory,
        "ls-tree",
        "-r",
        "-z",
        "--long",
        "--full-tree",
        "--end-of-options",
        revision,
        f"./{prefix}" if prefix else ".",
    )
    return dict(_entry(line) for line in os.fsdecode(listed).split("\0") if line)


def _entry(line: str) -> tuple[str, _Entry]:
    facts, path = line.split("\t", 1)
    mode, _, blob, size = facts.split()
    return path, _Entry(mode, blob, 0 if size == "-" else int(size))  # a submodule has none


def _sifted(directory: Path, below: Mapping[str, _Entry]) -> tuple[dict[str, str], dict[str, str]]:
    """Path → blob of what is to be read, and path → rule of what cannot be."""
    wanted: dict[str, str] = {}
    refused: dict[str, str] = {}
    for path in sorted(path for path in below if "/." not in f"/{path}"):
        for folder in _folders_like_files(path):
            refused[printable(folder)] = "file-not-a-file"
        if is_wanted(path):
            try:
                wanted[path] = _blob(directory, below, path)
            except RefusedFileError as error:
                refused[printable(path)] = error.rule
    return wanted, refused


def _folders_like_files(path: str) -> Iterable[str]:
    parts = path.split("/")[:-1]
    return ("/".join(parts[: index + 1]) for index, part in enumerate(parts) if part.endswith(SUFFIXES))


def _blob(directory: Path, below: Mapping[str, _Entry], path: str) -> str:
    if not path.isprintable():
        raise RefusedFileError("file-name-unprintable")
    if not path.endswith(SUFFIXES):
        raise RefusedFileError("file-suffix-wrong")
    entry = _followed(directory, below, path)
    if entry.mode == _SUBMODULE:
        raise RefusedFileError("file-not-a-file")
    if entry.size > MAX_BYTES:
        raise RefusedFileError("file-too-large")
    return entry.blob


def _followed(directory: Path, below: Mapping[str, _Entry], path: str) -> _Entry:
    """The entry of `path`, or where it leads as a link."""
    for _ in range(_MOST_LINKS):
        if path not in below:
            raise RefusedFileError("file-link-broken")
        entry = below[path]
        if entry.mode != _LINK:
            return entry
        target = os.fsdecode(_contents(directory, [entry.blob])[0])
        path = normpath(join(dirname(path), target))
        if path.startswith(("../", "/")):
            raise RefusedFileError("file-leads-out")
        if any(other.startswith(f"{path}/") for other in below):
            raise RefusedFileError("file-not-a-file")
    raise RefusedFileError("file-link-broken")


def _contents(directory: Path, blobs: Iterable[str]) -> list[bytes]:
    wanted = list(blobs)
    answer = _git(directory, "cat-file", "--batch", stdin="\n".join(wanted).encode() + b"\n") if wanted else b""
    contents, position = [], 0
    for _ in wanted:
        end_of_header = answer.index(b"\n", position)
        size = int(answer[position:end_of_header].split(b" ")[2])
        start = end_of_header + 1
        contents.append(answer[start : start + size])
        position = start + size + 1
    return contents


def _git(directory: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    try:
        return subprocess.run(
            ["git", "-C", str(directory), *arguments], input=stdin, capture_output=True, check=True
        ).stdout
    except FileNotFoundError:
        raise SourceError("no-git") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise SourceError("git", reason=reason[0].removeprefix("fatal: ")) from None
