"""GitLab's code quality report, shown beside the changed lines of a merge request.

It has no place for what concerns no line: neither rules that wait nor mistakes of the program are told here.
"""

from __future__ import annotations

from typing import Any

from alarmplan.report.as_json import as_json
from alarmplan.report.report import Entry, Report

_SEVERITIES = {"error": "major", "warning": "minor"}


def write(report: Report) -> str:
    return as_json([_issue(entry) for entry in report.entries])


def _issue(entry: Entry) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": entry.finding.rule,
        "description": " – ".join(filter(None, (entry.message, entry.hint))),
        "severity": _SEVERITIES[entry.severity],
        "fingerprint": entry.fingerprint,
        "location": {"path": entry.mark.path, "lines": {"begin": entry.mark.spot.line}},
    }
