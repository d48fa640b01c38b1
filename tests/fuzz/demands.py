"""What has to hold whatever is in the files; each demand returns what speaks against it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from datetime import date

from alarmplan.load.places import Places
from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
from alarmplan.report.formats import text
from alarmplan.report.report import report_on

AS_OF = date(2026, 11, 22)

LANGUAGES = ("de", "en")
LIMIT = 3.0  # seconds of this process for reading, checking and reporting; a third on an idle machine
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def complaints(files: Mapping[str, bytes], *, twice: bool = True) -> Iterator[str]:
    """Everything at once: nothing may be raised, nothing take long, no finding stand nowhere, no file be lost."""
    source = Source("playbook", dict(sorted(files.items())))
    start = time.process_time()
    checked = check(source, AS_OF)
    reports = [text.write(report_on(checked, language, AS_OF)) for language in LANGUAGES]
    taken = time.process_time() - start
    if taken > LIMIT:
        yield f"took {taken:.1f} s"
    yield from _printable(reports)
    yield from _places(checked)
    yield from _lost(checked)
    if twice and check(source, AS_OF).findings != checked.findings:
        yield "finds something else when asked again"


def _printable(reports: list[str]) -> Iterator[str]:
    for report in reports:
        report.encode()
        if strange := [c for c in report if not c.isprintable() and c not in "\n\u00a0\u2007\u202f"]:
            yield f"prints {strange[0]!r}"


def _places(checked: Checked) -> Iterator[str]:
    """Every finding stands on a line that exists, at a column of that line or just behind it."""
    located: dict[str, tuple[Places, list[str]]] = {}
    for finding in checked.findings:
        for place in (finding.place, *finding.related):
            if place.path not in located:
                content = checked.source.files.get(place.path, b"").decode("utf-8-sig", errors="replace")
                located[place.path] = Places(content), _LINE_BREAK.split(content)
            places, lines = located[place.path]
            spot = places.locate(place)
            if not 1 <= spot.line <= len(lines) or spot.line_text != lines[spot.line - 1]:
                yield f"{finding.rule} stands on line {spot.line}, which is not there"
            elif not 1 <= spot.column <= len(spot.line_text) + 1:
                yield f"{finding.rule} stands at column {spot.column} of {len(spot.line_text)}"


def _lost(checked: Checked) -> Iterator[str]:
    """A file either became a document or has a finding."""
    found = {finding.place.path for finding in checked.findings}
    if checked.playbook is None:
        if not checked.findings:
            yield "no playbook, and nobody says why"
        return
    documents = len(checked.playbook.documents)
    if not checked.findings and documents != len(checked.source.files):
        yield f"{len(checked.source.files)} files, {documents} documents, no finding"
    if documents + len(found) < len(checked.source.files):
        yield f"{len(checked.source.files)} files, {documents} documents, findings in {len(found)}"
