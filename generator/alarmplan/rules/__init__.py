"""The registry of rules: one line each, in alphabetical order. Every rule has a folder of its name.

A rule without a check is found on the way, while a text is loaded, validated or resolved; its folder
holds its texts and examples all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.playbook import Playbook
from alarmplan.rules import calendar_day_impossible, generator_too_old, placeholder_undeclared

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    severity: Severity
    check: Callable[[Playbook], Iterable[Finding]] | None = None

    @property
    def folder(self) -> str:
        return self.id.replace("-", "_")


_ALL = (
    Rule("calendar-day-impossible", "error", calendar_day_impossible.check),
    Rule("duration-vague", "warning"),
    Rule("generator-too-old", "error", generator_too_old.check),
    Rule("id-doubled", "error"),
    Rule("key-missing", "error"),
    Rule("key-unknown", "error"),
    Rule("kind-missing", "error"),
    Rule("kind-unknown", "error"),
    Rule("organisation-doubled", "error"),
    Rule("organisation-missing", "error"),
    Rule("placeholder-undeclared", "error", placeholder_undeclared.check),
    Rule("reference-missing", "error"),
    Rule("schema-invalid", "error"),
    Rule("translation-missing", "warning"),
    Rule("value-empty", "error"),
    Rule("value-form", "error"),
    Rule("value-not-allowed", "error"),
    Rule("value-out-of-range", "error"),
    Rule("value-repeated", "error"),
    Rule("value-too-long", "error"),
    Rule("value-type", "error"),
    Rule("yaml-alias-cycle", "error"),
    Rule("yaml-alias-undefined", "error"),
    Rule("yaml-bad-character", "error"),
    Rule("yaml-key-doubled", "error"),
    Rule("yaml-key-not-text", "error"),
    Rule("yaml-merge-key", "error"),
    Rule("yaml-not-a-mapping", "error"),
    Rule("yaml-not-utf8", "error"),
    Rule("yaml-quote-unclosed", "error"),
    Rule("yaml-several-documents", "error"),
    Rule("yaml-syntax", "error"),
    Rule("yaml-tab", "error"),
    Rule("yaml-tag", "error"),
    Rule("yaml-too-deep", "error"),
    Rule("yaml-too-large", "error"),
)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in _ALL}


def judge(playbook: Playbook) -> Findings:
    """What the rules find in a resolved playbook."""
    return tuple(finding for rule in _ALL if rule.check for finding in rule.check(playbook))


def is_error(finding: Finding) -> bool:
    return RULES[finding.rule].severity == "error"
