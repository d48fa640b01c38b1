"""Commands of a workflow log, which GitHub shows as annotations beside the lines.

Only ten of each severity are shown per step, so errors come first and a line that counts them all comes last.
"""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.report.report import Entry, Report
from alarmplan.report.words import printable


def write(report: Report) -> str:
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from (f"::error::{_data(failure)}" for failure in report.failures)
    for severity in ("error", "warning"):
        yield from (_command(entry) for entry in report.entries if entry.severity == severity)
    if report.waiting:
        yield f"::notice::{_data(report.outlook)}"
    if report.entries:
        yield report.summary


def _command(entry: Entry) -> str:
    spot = entry.mark.spot
    properties = {
        "file": entry.mark.path,
        "line": spot.line,
        "col": spot.column,
        "endColumn": spot.column + spot.length,
        "title": entry.finding.rule,
    }
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join(filter(None, (entry.message, entry.hint)))
    return f"::{entry.severity} {given}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
