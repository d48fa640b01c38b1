"""A playbook as it was at a git revision; the work tree is not touched."""

from __future__ import annotations

import subprocess
from pathlib import Path

from alarmplan.model.source import Source
from alarmplan.sources import SUFFIXES, SourceError
from alarmplan.sources.folder import MARKER


def read_revision(directory: Path, revision: str) -> Source:
    """The playbook of `directory` (itself, or its `playbook/`) at `revision`."""
    if revision.startswith("-"):
        raise SourceError(f"no git revision: {revision}")
    prefix = _git(directory, "rev-parse", "--show-prefix").decode().strip()
    listed = _git(
        directory,
        "ls-tree",
        "-r",
        "-z",
        "--full-tree",
        "--end-of-options",
        revision,
        f"./{prefix}" if prefix else ".",
    )
    blobs = dict(_entry(line) for line in listed.decode().split("\0") if line)
    root = prefix if f"{prefix}{MARKER}" in blobs else f"{prefix}playbook/"
    wanted = {
        path.removeprefix(root): blob
        for path, blob in sorted(blobs.items())
        if path.startswith(root) and path.endswith(SUFFIXES) and "/." not in f"/{path.removeprefix(root)}"
    }
    if not wanted:
        raise SourceError(f"no playbook at revision {revision}")
    contents = _contents(directory, list(wanted.values()))
    return Source(f"{revision}:{root.rstrip('/')}", dict(zip(wanted, contents, strict=True)))


def _entry(line: str) -> tuple[str, str]:
    mode_type_blob, path = line.split("\t", 1)
    return path, mode_type_blob.split(" ")[2]


def _contents(directory: Path, blobs: list[str]) -> list[bytes]:
    answer = _git(directory, "cat-file", "--batch", stdin="\n".join(blobs).encode() + b"\n")
    contents, position = [], 0
    for _ in blobs:
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
        raise SourceError("git is not installed") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise SourceError(reason[0].removeprefix("fatal: ")) from None
