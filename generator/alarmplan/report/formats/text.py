"""For a terminal: place, message, excerpt with carets, hint, related places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.load.places import Spot
from alarmplan.report.report import Entry, Mark, Report
from alarmplan.report.words import printable, printable_path, words

_WIDTH = 100
_CUT = "…"
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "mark": "\x1b[1m"}
_PLAIN = "\x1b[0m"


def write(report: Report, *, colour: bool = False) -> str:
    """All findings, a summary last; empty when there is nothing to tell."""
    if not report.entries:
        return f"{report.outlook}\n" if report.outlook else ""
    said = words(report.language)["report"]
    blocks = ["\n".join(_block(entry, said, colour=colour)) for entry in report.entries]
    summary = "\n".join(filter(None, (report.summary, report.outlook, said["more"])))
    return "\n\n".join([*blocks, summary]) + "\n"


def _block(entry: Entry, said: Mapping[str, str], *, colour: bool) -> Iterator[str]:
    severity = _painted(f"{said[entry.severity]} {entry.finding.rule}", entry.severity, colour=colour)
    yield f"{_painted(_where(entry.mark), 'mark', colour=colour)}: {severity}: {entry.message}"
    yield from _excerpt(entry.mark.spot, entry.severity, colour=colour)
    for label, mark in entry.related:
        yield f"  {label}: {_where(mark)}"
    if entry.hint:
        yield f"  {said['hint']}: {entry.hint}"
    if entry.page:
        yield f"  {said['page']}: {entry.page}"


def _where(mark: Mark) -> str:
    return f"{printable_path(mark.path)}:{mark.spot.line}:{mark.spot.column}"


def _painted(text: str, name: str, *, colour: bool) -> str:
    return f"{_COLOURS[name]}{text}{_PLAIN}" if colour else text


def _excerpt(spot: Spot, severity: str, *, colour: bool) -> Iterator[str]:
    """The line with carets beneath; long lines are cut around the mark, wide characters counted as wide."""
    start = max(0, spot.column - 1 - _WIDTH // 2) if len(spot.line_text) > _WIDTH else 0
    cut = spot.line_text[start : start + _WIDTH]
    shown = printable("".join(character if character.isprintable() else " " for character in cut))
    if not shown.strip():
        return
    before = _CUT if start else ""
    behind = _CUT if len(spot.line_text) > start + _WIDTH else ""
    mark = spot.column - 1 - start
    carets = "^" * max(1, _cells(shown[mark : mark + spot.length]))
    gutter = str(spot.line)
    yield f"  {gutter} | {before}{shown}{behind}"
    pad = " " * (_cells(before) + _cells(shown[:mark]))
    yield f"  {' ' * len(gutter)} | {pad}{_painted(carets, severity, colour=colour)}"


def _cells(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # its tables are needed only here

    return max(0, wcswidth(text))
