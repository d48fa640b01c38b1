"""A report in a file of its own."""

from __future__ import annotations

from pathlib import Path

from alarmplan.outputs import OutputError


def write_report(content: str, file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8", newline="\n")
    except OSError as error:
        raise OutputError("not-written", path=file, reason=error.strerror) from None
