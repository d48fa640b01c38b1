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
    actions_disordered,
    calendar_day_impossible,
    case_backwards,
    case_without_outcome,
    chain_other_matrix,
    commitment_clock_late,
    commitment_severity_forgotten,
    commitment_stricter,
    commitment_target_doubled,
    commitment_without_calendar,
    commitment_without_intake,
    commitment_without_time,
    decision_without_decider,
    decision_without_time,
    generator_too_old,
    grid_incomplete,
    guarantee_without_consequence,
    intake_off_hours,
    live_change_incomplete,
    placeholder_undeclared,
    process_endless,
    process_without_chain,
    service_circle,
    service_depends_on_weaker,
    service_without_chain,
    service_without_commitment,
    service_without_fallback,
    service_without_operator,
    situation_alerts_nobody,
    situation_without_decision,
    situation_without_first_reaction,
    situation_without_follow_up,
    situation_without_phase,
    situation_without_recognition,
    step_unreachable,
    step_way_doubled,
    step_without_doer,
    step_without_result,
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
    Rule("actions-disordered", "process", "warning", actions_disordered.check),
    Rule("boolean-form", "shape", "error"),
    Rule("calendar-day-impossible", "time", "error", calendar_day_impossible.check),
    Rule("case-backwards", "process", "error", case_backwards.check),
    Rule("case-without-outcome", "process", "warning", case_without_outcome.check),
    Rule("chain-other-matrix", "reference", "error", chain_other_matrix.check),
    Rule("comma-unquoted", "shape", "error"),
    Rule("commitment-clock-late", "service", "warning", commitment_clock_late.check),
    Rule("commitment-severity-forgotten", "service", "warning", commitment_severity_forgotten.check),
    Rule("commitment-stricter", "service", "error", commitment_stricter.check),
    Rule("commitment-target-doubled", "service", "warning", commitment_target_doubled.check),
    Rule("commitment-without-calendar", "service", "warning", commitment_without_calendar.check),
    Rule("commitment-without-intake", "service", "warning", commitment_without_intake.check),
    Rule("commitment-without-time", "service", "warning", commitment_without_time.check),
    Rule("date-form", "shape", "error"),
    Rule("date-impossible", "shape", "error"),
    Rule("decision-without-decider", "process", "warning", decision_without_decider.check),
    Rule("decision-without-time", "process", "warning", decision_without_time.check),
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
    Rule("guarantee-without-consequence", "service", "warning", guarantee_without_consequence.check),
    Rule("id-doubled", "reference", "error"),
    Rule("id-form", "shape", "error"),
    Rule("intake-off-hours", "service", "warning", intake_off_hours.check),
    Rule("key-misplaced", "shape", "error"),
    Rule("key-missing", "shape", "error"),
    Rule("key-unknown", "shape", "error"),
    Rule("kind-missing", "shape", "error"),
    Rule("kind-unknown", "shape", "error"),
    Rule("language-unknown", "shape", "error"),
    Rule("link-kind-unknown", "reference", "error"),
    Rule("list-missing", "shape", "error"),
    Rule("list-unexpected", "shape", "error"),
    Rule("live-change-incomplete", "process", "warning", live_change_incomplete.check),
    Rule("money-form", "shape", "error"),
    Rule("number-form", "shape", "error"),
    Rule("organisation-doubled", "organisation", "error"),
    Rule("organisation-missing", "organisation", "error"),
    Rule("placeholder-undeclared", "text", "error", placeholder_undeclared.check),
    Rule("process-endless", "process", "error", process_endless.check),
    Rule("process-without-chain", "process", "warning", process_without_chain.check),
    Rule("reference-form", "reference", "error"),
    Rule("reference-missing", "reference", "error"),
    Rule("reference-other-kind", "reference", "error"),
    Rule("schema-invalid", "shape", "error"),
    Rule("service-circle", "service", "error", service_circle.check),
    Rule("service-depends-on-weaker", "service", "warning", service_depends_on_weaker.check),
    Rule("service-without-chain", "service", "warning", service_without_chain.check),
    Rule("service-without-commitment", "service", "warning", service_without_commitment.check),
    Rule("service-without-fallback", "service", "warning", service_without_fallback.check),
    Rule("service-without-operator", "service", "warning", service_without_operator.check),
    Rule("setting-locked", "settings", "error"),
    Rule("setting-unknown", "settings", "error"),
    Rule("situation-alerts-nobody", "shape", "error", situation_alerts_nobody.check),
    Rule("situation-without-decision", "process", "warning", situation_without_decision.check),
    Rule("situation-without-first-reaction", "process", "warning", situation_without_first_reaction.check),
    Rule("situation-without-follow-up", "process", "warning", situation_without_follow_up.check),
    Rule("situation-without-phase", "process", "warning", situation_without_phase.check),
    Rule("situation-without-recognition", "process", "warning", situation_without_recognition.check),
    Rule("step-unreachable", "process", "error", step_unreachable.check),
    Rule("step-way-doubled", "process", "warning", step_way_doubled.check),
    Rule("step-without-doer", "process", "warning", step_without_doer.check),
    Rule("step-without-result", "process", "warning", step_without_result.check),
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
