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
Family = Literal["file", "organisation", "reference", "shape", "text", "time", "yaml"]


@dataclass(frozen=True, slots=True)
class Rule:
    """`severity` is what it is unless settings say otherwise; they may name a whole `family`."""

    id: str
    family: Family
    severity: Severity
    check: Callable[[Playbook], Iterable[Finding]] | None = None

    @property
    def locked(self) -> bool:
        """Whether pages could not be made without it: no setting and no comment makes it less than an error."""
        return self.check is None and self.severity == "error"

    @property
    def folder(self) -> str:
        return self.id.replace("-", "_")


_ALL = (
    Rule("calendar-day-impossible", "time", "error", calendar_day_impossible.check),
    Rule("duration-vague", "time", "warning"),
    Rule("file-leads-out", "file", "error"),
    Rule("file-link-broken", "file", "error"),
    Rule("file-name-unprintable", "file", "error"),
    Rule("file-not-a-file", "file", "error"),
    Rule("file-not-readable", "file", "error"),
    Rule("file-too-large", "file", "error"),
    Rule("generator-too-old", "organisation", "error", generator_too_old.check),
    Rule("id-doubled", "reference", "error"),
    Rule("key-missing", "shape", "error"),
    Rule("key-unknown", "shape", "error"),
    Rule("kind-missing", "shape", "error"),
    Rule("kind-unknown", "shape", "error"),
    Rule("organisation-doubled", "organisation", "error"),
    Rule("organisation-missing", "organisation", "error"),
    Rule("placeholder-undeclared", "text", "error", placeholder_undeclared.check),
    Rule("reference-missing", "reference", "error"),
    Rule("schema-invalid", "shape", "error"),
    Rule("translation-missing", "text", "warning"),
    Rule("value-empty", "shape", "error"),
    Rule("value-form", "shape", "error"),
    Rule("value-not-allowed", "shape", "error"),
    Rule("value-out-of-range", "shape", "error"),
    Rule("value-repeated", "shape", "error"),
    Rule("value-too-long", "shape", "error"),
    Rule("value-type", "shape", "error"),
    Rule("yaml-alias-cycle", "yaml", "error"),
    Rule("yaml-alias-undefined", "yaml", "error"),
    Rule("yaml-ambiguous", "yaml", "warning"),
    Rule("yaml-anchor-doubled", "yaml", "error"),
    Rule("yaml-bad-character", "yaml", "error"),
    Rule("yaml-bracket-surplus", "yaml", "error"),
    Rule("yaml-bracket-unclosed", "yaml", "error"),
    Rule("yaml-colon-in-text", "yaml", "error"),
    Rule("yaml-colon-missing", "yaml", "error"),
    Rule("yaml-comma-missing", "yaml", "error"),
    Rule("yaml-comment-in-text", "yaml", "warning"),
    Rule("yaml-comment-swallows", "yaml", "error"),
    Rule("yaml-conflict-marker", "yaml", "error"),
    Rule("yaml-dash-behind-colon", "yaml", "error"),
    Rule("yaml-escape-unknown", "yaml", "error"),
    Rule("yaml-indentation", "yaml", "error"),
    Rule("yaml-key-doubled", "yaml", "error"),
    Rule("yaml-key-not-text", "yaml", "error"),
    Rule("yaml-line-joined", "yaml", "error"),
    Rule("yaml-look-alike", "yaml", "error"),
    Rule("yaml-merge-key", "yaml", "error"),
    Rule("yaml-not-a-mapping", "yaml", "error"),
    Rule("yaml-not-utf8", "yaml", "error"),
    Rule("yaml-quote-unclosed", "yaml", "error"),
    Rule("yaml-several-documents", "yaml", "error"),
    Rule("yaml-sign-at-start", "yaml", "error"),
    Rule("yaml-space-missing", "yaml", "error"),
    Rule("yaml-syntax", "yaml", "error"),
    Rule("yaml-tab", "yaml", "error"),
    Rule("yaml-tag", "yaml", "error"),
    Rule("yaml-text-after-close", "yaml", "error"),
    Rule("yaml-too-deep", "yaml", "error"),
    Rule("yaml-too-large", "yaml", "error"),
)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in _ALL}


def judge(playbook: Playbook) -> Findings:
    """What the rules find in a resolved playbook."""
    return tuple(finding for rule in _ALL if rule.check for finding in rule.check(playbook))


def is_error(finding: Finding) -> bool:
    return RULES[finding.rule].severity == "error"
