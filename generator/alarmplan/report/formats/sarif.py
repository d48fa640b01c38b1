"""SARIF 2.1.0, for code scanning: every rule with its help, findings with fingerprints of our own.

Columns are code points, as everywhere here; SARIF would else take them for UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from alarmplan import __version__
from alarmplan.report.as_json import as_json
from alarmplan.report.report import Entry, Mark, Report, rule_page
from alarmplan.rules import RULES, Rule
from alarmplan.rules.texts import rule_texts, without_values

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "alarmplanFinding/v1"


def write(report: Report) -> str:
    indices = {rule: index for index, rule in enumerate(RULES)}
    run = {
        "tool": {
            "driver": {
                "name": "Alarmplan",
                "version": __version__,
                "language": report.language,
                "rules": [_rule(rule, report) for rule in RULES.values()],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": list(_notifications(report)),
            }
        ],
        "columnKind": "unicodeCodePoints",
        "language": report.language,
        "results": [_result(entry, indices[entry.finding.rule]) for entry in report.entries],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(log)


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    yield from ({"level": "error", "message": {"text": failure}} for failure in report.failures)
    if report.waiting:
        yield {"level": "note", "message": {"text": report.outlook}}


def _rule(rule: Rule, report: Report) -> dict[str, Any]:
    texts = rule_texts(rule.id, report.language)
    help_text = f"{texts['why']}\n\n{texts['remedy']}"
    described: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": without_values(texts["message"])},
        "fullDescription": {"text": texts["why"]},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.family]},
    }
    if page := rule_page(report.site, report.language, rule.id):
        described["helpUri"] = page
    return described


def _result(entry: Entry, index: int) -> dict[str, Any]:
    return {
        "ruleId": entry.finding.rule,
        "ruleIndex": index,
        "level": entry.severity,
        "message": {"text": "\n".join(filter(None, (entry.message, entry.hint)))},
        "locations": [_location(entry.mark)],
        "relatedLocations": [
            {"id": number, "message": {"text": label}, **_location(mark)}
            for number, (label, mark) in enumerate(entry.related)
        ],
        "partialFingerprints": {_FINGERPRINT: entry.fingerprint},
    }


def _location(mark: Mark) -> dict[str, Any]:
    spot = mark.spot
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(mark.path)},
            "region": {
                "startLine": spot.line,
                "startColumn": spot.column,
                "endColumn": spot.column + spot.length,
            },
        }
    }
