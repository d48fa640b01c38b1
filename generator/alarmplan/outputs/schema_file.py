"""The schema for editors as a file, kept fresh while somebody writes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from alarmplan.editor_schema import editor_schema, known_ids, language_of
from alarmplan.model.source import Source
from alarmplan.outputs import OutputError

PLACE = Path(".alarmplan") / "playbook.schema.json"


def write_schema(path: Path, text: str) -> None:
    """Writes what differs from the file there is, in one move: an editor may be reading it.

    Raises:
        OutputError: where the file is not ours, or cannot be written.
    """
    try:
        if path.parent.is_symlink() or path.is_symlink():  # it may lead to what is none of our business
            raise OutputError("link", path=path)
        old = path.read_text("utf-8") if path.exists() else ""
        if old == text:
            return
        if old and language_of(old) is None:
            raise OutputError("foreign-schema", path=path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent.name == PLACE.parent.name:  # what is in there was made here and is for nobody else
            with suppress(FileExistsError), (path.parent / ".gitignore").open("x", encoding="utf-8") as file:
                file.write("*\n")
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_text(text, "utf-8")
        beside.replace(path)
    except UnicodeDecodeError:
        raise OutputError("foreign-schema", path=path) from None
    except OSError as error:
        raise OutputError("not-written", path=path, reason=error.strerror) from None


def refresh_schema(folder: Path, source: Source) -> None:
    """The schema with ids beside the playbook, written anew in its language; where there is none, none is made."""
    path = folder / PLACE
    try:
        language = language_of(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return
    if language:
        write_schema(path, editor_schema(language, known_ids(source, language)))
