"""All there is to know, for programs. `findings.schema.json` beside this module describes it.

`version` grows when a reader of the old form would misunderstand the new one; new keys alone do not change it.
"""

from __future__ import annotations

from typing import Any

from alarmplan import __version__
from alarmplan.report.as_json import as_json
from alarmplan.report.report import Entry, Mark, Report
from alarmplan.rules import RULES

VERSION = 1


def write(report: Report) -> str:
    document = {
        "version": VERSION,
        "generator": __version__,
        "language": report.language,
        "as_of": report.as_of.isoformat(),
        "errors": report.errors,
        "warnings": report.warnings,
        "waiting": report.waiting,
        "silenced": report.silenced,
        "failures": list(report.failures),
        "findings": [_finding(entry) for entry in report.entries],
    }
    return as_json(document)


def _finding(entry: Entry) -> dict[str, Any]:
    return {
        "rule": entry.finding.rule,
        "family": RULES[entry.finding.rule].family,
        "severity": entry.severity,
        **_mark(entry.mark),
        "route": list(entry.finding.place.route),
        "message": entry.message,
        "hint": entry.hint,
        "suggestion": entry.finding.params.get("suggestion") or None,
        "page": entry.page,
        "fingerprint": entry.fingerprint,
        "related": [{"message": label, **_mark(mark)} for label, mark in entry.related],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    spot = mark.spot
    return {
        "path": mark.path,
        "line": spot.line,
        "column": spot.column,
        "end_column": spot.column + spot.length,
    }
