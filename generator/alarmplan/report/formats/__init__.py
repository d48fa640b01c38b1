"""The formats in which findings are reported: one line each, in alphabetical order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from alarmplan.report.formats import github, gitlab, json, junit, sarif, text
from alarmplan.report.report import Report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "github": github.write,
    "gitlab": gitlab.write,
    "json": json.write,
    "junit": junit.write,
    "sarif": sarif.write,
    "text": text.write,
}
