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
    alert_asynchronous,
    alongside_without_acknowledge_time,
    alongside_without_channel,
    alongside_without_task,
    at_end_incomplete,
    calendar_day_impossible,
    chain_end_powerless,
    chain_other_matrix,
    chain_without_soft_trigger,
    deadline_without_doer,
    deadline_without_time,
    generator_too_old,
    grid_incomplete,
    grid_not_monotone,
    placeholder_undeclared,
    severity_criteria_same,
    severity_less_strict,
    severity_rank_doubled,
    severity_tells_nobody,
    severity_without_clock,
    severity_without_criteria,
    severity_without_resolution,
    severity_without_response,
    chain_without_advance,
    chain_without_end,
    chain_without_intake,
    chain_without_record,
    entry_incomplete,
    escalate_less_strict,
    generator_too_old,
    grid_incomplete,
    inform_without_channel,
    inform_without_time,
    jump_pointless,
    lateral_approval_endless,
    lateral_approval_silent,
    lateral_into_itself,
    lateral_without_approval,
    lateral_without_channel,
    lateral_without_trigger,
    level_one_infrastructure,
    level_same_person,
    level_unreachable,
    level_without_acknowledge_time,
    level_without_action,
    level_without_channel,
    level_without_escalate_time,
    level_without_handover,
    level_without_trigger,
    placeholder_undeclared,
    role_alerted_and_informed,
    rounds_too_long,
    alias_taken,
    calendar_circle,
    calendar_day_impossible,
    calendar_empty,
    calendar_exception_contradicts,
    chain_other_matrix,
    document_unowned,
    document_unused,
    entry_unused,
    file_name_other,
    generator_too_old,
    grid_incomplete,
    hours_backwards,
    id_alike,
    placeholder_undeclared,
    review_future,
    review_overdue,
    review_undated,
    checklist_stretch_too_long,
    field_unused,
    generator_too_old,
    grid_incomplete,
    item_answer_empty,
    item_doubled,
    item_sentence_too_long,
    item_without_answer,
    item_without_doer,
    killer_not_first,
    message_part_missing,
    message_too_long,
    placeholder_undeclared,
    severity_name_unknown,
    situation_alerts_nobody,
    status_without_end,
    table_row_length,
    trigger_twice,
    trigger_unmeasured,
    trigger_unused,
    trigger_without_action,
    trigger_without_notice,
    update_interval_shrinks,
    update_less_strict,
    update_phases_disordered,
    update_without_approval,
    update_without_cadence,
    update_without_channel,
    update_without_first,
    update_without_sender,
    term_avoids_itself,
    term_doubled,
    term_sees_itself,
    zone_unknown,
    template_severity_unmatched,
    template_without_channel,
    term_avoided,
    update_without_template,
    wording_harmful,
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
    Rule("alert-asynchronous", "chain", "error", alert_asynchronous.check),
    Rule("alongside-without-acknowledge-time", "chain", "warning", alongside_without_acknowledge_time.check),
    Rule("alongside-without-channel", "chain", "warning", alongside_without_channel.check),
    Rule("alongside-without-task", "chain", "warning", alongside_without_task.check),
    Rule("at-end-incomplete", "chain", "warning", at_end_incomplete.check),
    Rule("alias-taken", "upkeep", "warning", alias_taken.check),
    Rule("boolean-form", "shape", "error"),
    Rule("calendar-circle", "time", "error", calendar_circle.check),
    Rule("calendar-day-impossible", "time", "error", calendar_day_impossible.check),
    Rule("chain-end-powerless", "chain", "error", chain_end_powerless.check),
    Rule("calendar-empty", "time", "error", calendar_empty.check),
    Rule("calendar-exception-contradicts", "time", "error", calendar_exception_contradicts.check),
    Rule("chain-other-matrix", "reference", "error", chain_other_matrix.check),
    Rule("chain-without-soft-trigger", "trigger", "warning", chain_without_soft_trigger.check),
    Rule("chain-without-advance", "chain", "warning", chain_without_advance.check),
    Rule("chain-without-end", "chain", "warning", chain_without_end.check),
    Rule("chain-without-intake", "chain", "warning", chain_without_intake.check),
    Rule("chain-without-record", "chain", "warning", chain_without_record.check),
    Rule("checklist-stretch-too-long", "checklist", "warning", checklist_stretch_too_long.check),
    Rule("comma-unquoted", "shape", "error"),
    Rule("date-form", "shape", "error"),
    Rule("date-impossible", "shape", "error"),
    Rule("deadline-without-doer", "time", "warning", deadline_without_doer.check),
    Rule("deadline-without-time", "time", "warning", deadline_without_time.check),
    Rule("duration-form", "shape", "error"),
    Rule("duration-vague", "time", "warning"),
    Rule("entry-incomplete", "chain", "error", entry_incomplete.check),
    Rule("escalate-less-strict", "chain", "error", escalate_less_strict.check),
    Rule("document-unowned", "upkeep", "warning", document_unowned.check),
    Rule("document-unused", "upkeep", "warning", document_unused.check),
    Rule("duration-form", "shape", "error"),
    Rule("duration-vague", "time", "warning"),
    Rule("entry-unused", "upkeep", "warning", entry_unused.check),
    Rule("field-unused", "communication", "warning", field_unused.check),
    Rule("file-leads-out", "file", "error"),
    Rule("file-link-broken", "file", "error"),
    Rule("file-name-other", "upkeep", "warning", file_name_other.check),
    Rule("file-name-unprintable", "file", "error"),
    Rule("file-not-a-file", "file", "error"),
    Rule("file-not-readable", "file", "error"),
    Rule("file-suffix-wrong", "file", "error"),
    Rule("file-too-large", "file", "error"),
    Rule("findings-cut", "file", "warning"),
    Rule("generator-too-old", "organisation", "error", generator_too_old.check),
    Rule("grid-incomplete", "shape", "error", grid_incomplete.check),
    Rule("grid-not-monotone", "severity", "error", grid_not_monotone.check),
    Rule("hours-backwards", "time", "error", hours_backwards.check),
    Rule("id-alike", "upkeep", "warning", id_alike.check),
    Rule("id-doubled", "reference", "error"),
    Rule("id-form", "shape", "error"),
    Rule("inform-without-channel", "chain", "warning", inform_without_channel.check),
    Rule("inform-without-time", "chain", "warning", inform_without_time.check),
    Rule("jump-pointless", "chain", "warning", jump_pointless.check),
    Rule("item-answer-empty", "checklist", "warning", item_answer_empty.check),
    Rule("item-doubled", "checklist", "warning", item_doubled.check),
    Rule("item-sentence-too-long", "checklist", "warning", item_sentence_too_long.check),
    Rule("item-without-answer", "checklist", "warning", item_without_answer.check),
    Rule("item-without-doer", "checklist", "warning", item_without_doer.check),
    Rule("key-misplaced", "shape", "error"),
    Rule("key-missing", "shape", "error"),
    Rule("key-unknown", "shape", "error"),
    Rule("killer-not-first", "checklist", "warning", killer_not_first.check),
    Rule("kind-missing", "shape", "error"),
    Rule("kind-unknown", "shape", "error"),
    Rule("language-unknown", "shape", "error"),
    Rule("lateral-approval-endless", "chain", "warning", lateral_approval_endless.check),
    Rule("lateral-approval-silent", "chain", "error", lateral_approval_silent.check),
    Rule("lateral-into-itself", "chain", "error", lateral_into_itself.check),
    Rule("lateral-without-approval", "chain", "warning", lateral_without_approval.check),
    Rule("lateral-without-channel", "chain", "warning", lateral_without_channel.check),
    Rule("lateral-without-trigger", "chain", "warning", lateral_without_trigger.check),
    Rule("level-one-infrastructure", "chain", "warning", level_one_infrastructure.check),
    Rule("level-same-person", "chain", "warning", level_same_person.check),
    Rule("level-unreachable", "chain", "error", level_unreachable.check),
    Rule("level-without-acknowledge-time", "chain", "warning", level_without_acknowledge_time.check),
    Rule("level-without-action", "chain", "warning", level_without_action.check),
    Rule("level-without-channel", "chain", "warning", level_without_channel.check),
    Rule("level-without-escalate-time", "chain", "warning", level_without_escalate_time.check),
    Rule("level-without-handover", "chain", "warning", level_without_handover.check),
    Rule("level-without-trigger", "chain", "warning", level_without_trigger.check),
    Rule("link-kind-unknown", "reference", "error"),
    Rule("list-missing", "shape", "error"),
    Rule("list-unexpected", "shape", "error"),
    Rule("message-part-missing", "communication", "warning", message_part_missing.check),
    Rule("message-too-long", "communication", "warning", message_too_long.check),
    Rule("money-form", "shape", "error"),
    Rule("number-form", "shape", "error"),
    Rule("organisation-doubled", "organisation", "error"),
    Rule("organisation-missing", "organisation", "error"),
    Rule("placeholder-undeclared", "text", "error", placeholder_undeclared.check),
    Rule("reference-form", "reference", "error"),
    Rule("reference-missing", "reference", "error"),
    Rule("reference-other-kind", "reference", "error"),
    Rule("role-alerted-and-informed", "chain", "warning", role_alerted_and_informed.check),
    Rule("rounds-too-long", "chain", "warning", rounds_too_long.check),
    Rule("review-future", "upkeep", "warning", review_future.check),
    Rule("review-overdue", "upkeep", "warning", review_overdue.check),
    Rule("review-undated", "upkeep", "warning", review_undated.check),
    Rule("schema-invalid", "shape", "error"),
    Rule("setting-locked", "settings", "error"),
    Rule("setting-unknown", "settings", "error"),
    Rule("severity-criteria-same", "severity", "warning", severity_criteria_same.check),
    Rule("severity-less-strict", "severity", "error", severity_less_strict.check),
    Rule("severity-rank-doubled", "severity", "error", severity_rank_doubled.check),
    Rule("severity-tells-nobody", "severity", "warning", severity_tells_nobody.check),
    Rule("severity-without-clock", "severity", "warning", severity_without_clock.check),
    Rule("severity-without-criteria", "severity", "warning", severity_without_criteria.check),
    Rule("severity-without-resolution", "severity", "warning", severity_without_resolution.check),
    Rule("severity-without-response", "severity", "warning", severity_without_response.check),
    Rule("severity-name-unknown", "text", "warning", severity_name_unknown.check),
    Rule("situation-alerts-nobody", "shape", "error", situation_alerts_nobody.check),
    Rule("status-without-end", "severity", "warning", status_without_end.check),
    Rule("suppression-expired", "settings", "warning"),
    Rule("suppression-locked", "settings", "error"),
    Rule("suppression-malformed", "settings", "error"),
    Rule("suppression-reasonless", "settings", "warning"),
    Rule("suppression-unknown", "settings", "error"),
    Rule("suppression-unused", "settings", "warning"),
    Rule("table-row-length", "shape", "error", table_row_length.check),
    Rule("term-avoids-itself", "text", "error", term_avoids_itself.check),
    Rule("term-doubled", "text", "error", term_doubled.check),
    Rule("term-sees-itself", "text", "warning", term_sees_itself.check),
    Rule("text-unquoted", "shape", "error"),
    Rule("time-form", "shape", "error"),
    Rule("translation-missing", "text", "warning"),
    Rule("trigger-twice", "trigger", "warning", trigger_twice.check),
    Rule("trigger-unmeasured", "trigger", "warning", trigger_unmeasured.check),
    Rule("trigger-unused", "trigger", "warning", trigger_unused.check),
    Rule("trigger-without-action", "trigger", "warning", trigger_without_action.check),
    Rule("trigger-without-notice", "trigger", "warning", trigger_without_notice.check),
    Rule("update-interval-shrinks", "severity", "warning", update_interval_shrinks.check),
    Rule("update-less-strict", "severity", "error", update_less_strict.check),
    Rule("update-phases-disordered", "severity", "error", update_phases_disordered.check),
    Rule("update-without-approval", "severity", "warning", update_without_approval.check),
    Rule("update-without-cadence", "severity", "warning", update_without_cadence.check),
    Rule("update-without-channel", "severity", "warning", update_without_channel.check),
    Rule("update-without-first", "severity", "warning", update_without_first.check),
    Rule("update-without-sender", "severity", "warning", update_without_sender.check),
    Rule("template-severity-unmatched", "communication", "warning", template_severity_unmatched.check),
    Rule("template-without-channel", "communication", "warning", template_without_channel.check),
    Rule("term-avoided", "text", "warning", term_avoided.check),
    Rule("text-unquoted", "shape", "error"),
    Rule("time-form", "shape", "error"),
    Rule("translation-missing", "text", "warning"),
    Rule("update-without-template", "communication", "warning", update_without_template.check),
    Rule("url-form", "shape", "error"),
    Rule("value-empty", "shape", "error"),
    Rule("value-form", "shape", "error"),
    Rule("value-multiline", "shape", "error"),
    Rule("value-not-allowed", "shape", "error"),
    Rule("value-out-of-range", "shape", "error"),
    Rule("value-repeated", "shape", "error"),
    Rule("value-too-long", "shape", "error"),
    Rule("value-type", "shape", "error"),
    Rule("wording-harmful", "communication", "warning", wording_harmful.check),
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
    Rule("zone-unknown", "time", "error", zone_unknown.check),
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
