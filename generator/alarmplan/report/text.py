"""Findings for a terminal: place, message, excerpt with carets, hint, related places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from alarmplan.load.places import Places, Spot
from alarmplan.model.finding import Finding, Findings
from alarmplan.model.place import Place
from alarmplan.model.source import Source
from alarmplan.report.texts import hint, message, related, words
from alarmplan.rules import RULES, is_error

_WIDTH = 100


class Located:
    """Finds places in the files of a source; each file is decoded once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._places: dict[str, Places] = {}

    def spot(self, place: Place) -> Spot:
        if place.path not in self._places:
            content = self._source.files.get(place.path, b"")
            self._places[place.path] = Places(content.decode("utf-8-sig", errors="replace"))
        return self._places[place.path].locate(place)

    def path(self, place: Place) -> str:
        return str(PurePosixPath(self._source.name) / place.path)


def ordered(findings: Findings, located: Located) -> list[tuple[Finding, Spot]]:
    """By file, place and rule: the same order every time."""
    pairs = [(finding, located.spot(finding.place)) for finding in findings]
    return sorted(
        pairs,
        key=lambda pair: (
            pair[0].place.path,
            pair[1].line,
            pair[1].column,
            pair[0].rule,
            str(pair[0].params),
        ),
    )


def as_text(findings: Findings, source: Source, language: str) -> str:
    """All findings as text, a summary last; empty when there are none."""
    if not findings:
        return ""
    located = Located(source)
    blocks = ["\n".join(_block(finding, spot, located, language)) for finding, spot in ordered(findings, located)]
    errors = sum(is_error(finding) for finding in findings)
    counts = {
        "errors": errors,
        "warnings": len(findings) - errors,
        "files": len({f.place.path for f in findings}),
    }
    return "\n\n".join([*blocks, _words(language)["summary"].format_map(counts)]) + "\n"


def _block(finding: Finding, spot: Spot, located: Located, language: str) -> Iterator[str]:
    severity = _words(language)[RULES[finding.rule].severity]
    where = f"{located.path(finding.place)}:{spot.line}:{spot.column}"
    yield f"{where}: {severity} {finding.rule}: {message(finding, language)}"
    yield from _excerpt(spot)
    for place in finding.related:
        other = located.spot(place)
        yield f"  {related(finding, language)}: {located.path(place)}:{other.line}:{other.column}"
    if text := hint(finding, language):
        yield f"  {_words(language)['hint']}: {text}"


def _excerpt(spot: Spot) -> Iterator[str]:
    """The line with carets beneath; long lines are cut around the mark, wide characters counted as wide."""
    start = max(0, spot.column - 1 - _WIDTH // 2) if len(spot.line_text) > _WIDTH else 0
    shown = "".join(" " if character == "\t" or not character.isprintable() else character
                    for character in spot.line_text[start : start + _WIDTH])  # fmt: skip
    if not shown.strip():
        return
    mark = spot.column - 1 - start
    gutter = str(spot.line)
    cells = max(1, _cells(shown[mark : mark + spot.length]))
    yield f"  {gutter} | {shown}"
    yield f"  {' ' * len(gutter)} | {' ' * _cells(shown[:mark])}{'^' * cells}"


def _cells(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _words(language: str) -> Mapping[str, str]:
    return words(language)["report"]
