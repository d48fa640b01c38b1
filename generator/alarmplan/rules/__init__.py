"""The registry of rules: one line each, in alphabetical order. Every rule has a folder of its name.

A rule without a check is found on the way, while a text is loaded, validated or resolved; its folder
holds its texts and examples all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding, Findings
from alarmplan.rules import (
    calendar_day_impossible,
    chain_other_matrix,
    contact_form,
    generator_too_old,
    grid_incomplete,
    language_mixed,
    link_odd,
    personal_data_public,
    placeholder_undeclared,
    public_names_internal,
    secret_written,
    situation_alerts_nobody,
    table_row_length,
    text_empty,
    text_in_one_language,
    text_invisible,
    text_look_alike,
    text_markup,
    text_placeholder_left,
    translation_same,
)
from alarmplan.rules.check import Check

Severity = Literal["error", "warning"]
Family = Literal[
    "chain", "checklist", "communication", "file", "mandate", "organisation", "process", "reference", "safety",
    "service", "settings", "severity", "shape", "text", "time", "trigger", "upkeep", "yaml",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """`severity` is what it is unless settings say otherwise; they may name a whole `family`."""

    id: str
    family: Family
    severity: Severity
    check: Check | None = None

    @property
    def locked(self) -> bool:
        """Whether pages could not be made without it: no setting and no comment makes it less than an error."""
        return self.check is None and self.severity == "error"

    @property
    def folder(self) -> str:
        return self.id.replace("-", "_")


_ALL = (
    Rule("boolean-form", "shape", "error"),
    Rule("calendar-day-impossible", "time", "error", calendar_day_impossible.check),
    Rule("chain-other-matrix", "reference", "error", chain_other_matrix.check),
    Rule("comma-unquoted", "shape", "error"),
    Rule("contact-form", "shape", "warning", contact_form.check),
    Rule("date-form", "shape", "error"),
    Rule("date-impossible", "shape", "error"),
    Rule("duration-form", "shape", "error"),
    Rule("duration-vague", "time", "warning"),
    Rule("file-leads-out", "file", "error"),
    Rule("file-link-broken", "file", "error"),
    Rule("file-name-unprintable", "file", "error"),
    Rule("file-not-a-file", "file", "error"),
    Rule("file-not-readable", "file", "error"),
    Rule("file-suffix-wrong", "file", "error"),
    Rule("file-too-large", "file", "error"),
    Rule("findings-cut", "file", "warning"),
    Rule("generator-too-old", "organisation", "error", generator_too_old.check),
    Rule("grid-incomplete", "shape", "error", grid_incomplete.check),
    Rule("id-doubled", "reference", "error"),
    Rule("id-form", "shape", "error"),
    Rule("key-misplaced", "shape", "error"),
    Rule("key-missing", "shape", "error"),
    Rule("key-unknown", "shape", "error"),
    Rule("kind-missing", "shape", "error"),
    Rule("kind-unknown", "shape", "error"),
    Rule("language-mixed", "text", "warning", language_mixed.check),
    Rule("language-unknown", "shape", "error"),
    Rule("link-kind-unknown", "reference", "error"),
    Rule("link-odd", "safety", "error", link_odd.check),
    Rule("list-missing", "shape", "error"),
    Rule("list-unexpected", "shape", "error"),
    Rule("money-form", "shape", "error"),
    Rule("number-form", "shape", "error"),
    Rule("organisation-doubled", "organisation", "error"),
    Rule("organisation-missing", "organisation", "error"),
    Rule("personal-data-public", "safety", "warning", personal_data_public.check),
    Rule("placeholder-undeclared", "text", "error", placeholder_undeclared.check),
    Rule("public-names-internal", "safety", "error", public_names_internal.check),
    Rule("reference-form", "reference", "error"),
    Rule("reference-missing", "reference", "error"),
    Rule("reference-other-kind", "reference", "error"),
    Rule("schema-invalid", "shape", "error"),
    Rule("secret-written", "safety", "error", secret_written.check),
    Rule("setting-locked", "settings", "error"),
    Rule("setting-unknown", "settings", "error"),
    Rule("situation-alerts-nobody", "shape", "error", situation_alerts_nobody.check),
    Rule("suppression-expired", "settings", "warning"),
    Rule("suppression-locked", "settings", "error"),
    Rule("suppression-malformed", "settings", "error"),
    Rule("suppression-reasonless", "settings", "warning"),
    Rule("suppression-unknown", "settings", "error"),
    Rule("suppression-unused", "settings", "warning"),
    Rule("table-row-length", "shape", "error", table_row_length.check),
    Rule("text-empty", "text", "warning", text_empty.check),
    Rule("text-in-one-language", "text", "warning", text_in_one_language.check),
    Rule("text-invisible", "safety", "error", text_invisible.check),
    Rule("text-look-alike", "text", "warning", text_look_alike.check),
    Rule("text-markup", "safety", "error", text_markup.check),
    Rule("text-placeholder-left", "text", "warning", text_placeholder_left.check),
    Rule("text-unquoted", "shape", "error"),
    Rule("time-form", "shape", "error"),
    Rule("translation-missing", "text", "warning"),
    Rule("translation-same", "text", "warning", translation_same.check),
    Rule("url-form", "shape", "error"),
    Rule("value-empty", "shape", "error"),
    Rule("value-form", "shape", "error"),
    Rule("value-multiline", "shape", "error"),
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
    Rule("yaml-comment-sign", "yaml", "error"),
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
    Rule("yaml-not-text", "yaml", "error"),
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


FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    family: tuple(rule for rule in _ALL if rule.family == family) for family in get_args(Family)
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A mistake of ours: the check of `rule` could not cope with the file at `path`."""

    rule: str
    path: str
    error: Exception


def judge(evidence: Evidence, rules: Iterable[Rule] = _ALL) -> tuple[Findings, tuple[Failure, ...]]:
    """What the rules find in a resolved playbook; a check that fails takes no other with it."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    playbook = evidence.playbook
    for rule in rules:
        check = rule.check
        if check is None or check.reads & playbook.incomplete:
            continue
        for document in playbook.documents if check.about is Document else playbook.of(check.about).values():
            try:
                findings.extend(check.find(evidence, document))
            except Exception as error:  # noqa: BLE001 # reported with its rule and file
                failures.append(Failure(rule.id, playbook.path(document), error))
    return tuple(findings), tuple(failures)
