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
    alert_without_contact,
    audience_without_speaker,
    budget_gap,
    calendar_day_impossible,
    chain_other_matrix,
    contact_missing,
    decision_by_powerless,
    decision_without_holder,
    decision_without_order,
    deputies_among_themselves,
    deputy_smaller_mandate,
    generator_too_old,
    grid_incomplete,
    joint_with_itself,
    level_decides_less,
    level_off_hours,
    mandate_doubled,
    mandate_forbidden,
    placeholder_undeclared,
    role_deputy_is_self,
    role_deputy_same_person,
    role_sole_seat,
    role_unreachable,
    role_without_deputy,
    role_without_mandate,
    say_without_audience,
    sender_without_mandate,
    situation_alerts_nobody,
    table_row_length,
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
    Rule("alert-without-contact", "mandate", "error", alert_without_contact.check),
    Rule("audience-without-speaker", "mandate", "error", audience_without_speaker.check),
    Rule("boolean-form", "shape", "error"),
    Rule("budget-gap", "mandate", "warning", budget_gap.check),
    Rule("calendar-day-impossible", "time", "error", calendar_day_impossible.check),
    Rule("chain-other-matrix", "reference", "error", chain_other_matrix.check),
    Rule("comma-unquoted", "shape", "error"),
    Rule("contact-missing", "mandate", "warning", contact_missing.check),
    Rule("date-form", "shape", "error"),
    Rule("date-impossible", "shape", "error"),
    Rule("decision-by-powerless", "mandate", "error", decision_by_powerless.check),
    Rule("decision-without-holder", "mandate", "error", decision_without_holder.check),
    Rule("decision-without-order", "mandate", "warning", decision_without_order.check),
    Rule("deputies-among-themselves", "mandate", "warning", deputies_among_themselves.check),
    Rule("deputy-smaller-mandate", "mandate", "warning", deputy_smaller_mandate.check),
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
    Rule("joint-with-itself", "mandate", "error", joint_with_itself.check),
    Rule("key-misplaced", "shape", "error"),
    Rule("key-missing", "shape", "error"),
    Rule("key-unknown", "shape", "error"),
    Rule("kind-missing", "shape", "error"),
    Rule("kind-unknown", "shape", "error"),
    Rule("language-unknown", "shape", "error"),
    Rule("level-decides-less", "mandate", "warning", level_decides_less.check),
    Rule("level-off-hours", "mandate", "error", level_off_hours.check),
    Rule("link-kind-unknown", "reference", "error"),
    Rule("list-missing", "shape", "error"),
    Rule("list-unexpected", "shape", "error"),
    Rule("mandate-doubled", "mandate", "warning", mandate_doubled.check),
    Rule("mandate-forbidden", "mandate", "error", mandate_forbidden.check),
    Rule("money-form", "shape", "error"),
    Rule("number-form", "shape", "error"),
    Rule("organisation-doubled", "organisation", "error"),
    Rule("organisation-missing", "organisation", "error"),
    Rule("placeholder-undeclared", "text", "error", placeholder_undeclared.check),
    Rule("reference-form", "reference", "error"),
    Rule("reference-missing", "reference", "error"),
    Rule("reference-other-kind", "reference", "error"),
    Rule("role-deputy-is-self", "mandate", "error", role_deputy_is_self.check),
    Rule("role-deputy-same-person", "mandate", "error", role_deputy_same_person.check),
    Rule("role-sole-seat", "mandate", "warning", role_sole_seat.check),
    Rule("role-unreachable", "mandate", "error", role_unreachable.check),
    Rule("role-without-deputy", "mandate", "warning", role_without_deputy.check),
    Rule("role-without-mandate", "mandate", "warning", role_without_mandate.check),
    Rule("say-without-audience", "mandate", "warning", say_without_audience.check),
    Rule("schema-invalid", "shape", "error"),
    Rule("sender-without-mandate", "mandate", "error", sender_without_mandate.check),
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
    Rule("text-unquoted", "shape", "error"),
    Rule("time-form", "shape", "error"),
    Rule("translation-missing", "text", "warning"),
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
