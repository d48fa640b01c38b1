"""The registry of rules: one line each, in alphabetical order. Every rule has a folder of its name.

A rule without a check is found on the way, while a text is loaded, validated or resolved; its folder
holds its texts and examples all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal, get_args

from alarmplan.model.document import Document
from alarmplan.model.kinds.catalogues import Audiences, Decisions, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.page import ProsePage
from alarmplan.model.kinds.process import Process
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.check import Check

Severity = Literal["error", "warning"]
Family = Literal[
    "chain", "checklist", "communication", "file", "mandate", "organisation", "process", "reference", "safety",
    "service", "settings", "severity", "shape", "text", "time", "trigger", "upkeep", "yaml",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """`severity` is what it is unless settings say otherwise; they may name a whole `family`.

    `about` is what its check judges; Document: every kind.
    """

    id: str
    family: Family
    severity: Severity
    about: type[Document] | None = None

    @property
    def locked(self) -> bool:
        """Whether pages could not be made without it: no setting and no comment makes it less than an error."""
        return self.about is None and self.severity == "error"

    @property
    def by_comment(self) -> bool:
        """Whether a comment can take a finding back: not one about comments, nor about a file as a whole."""
        return not self.locked and self.family not in ("settings", "file")

    @property
    def folder(self) -> str:
        return self.id.replace("-", "_")

    @property
    def check(self) -> Check | None:
        """Imported when it is wanted: a playbook has to wait only for the rules about what it holds."""
        if self.about is None:
            return None
        check: Check = import_module(f"{__name__}.{self.folder}").check
        return check


_ALL = (
    Rule("actions-disordered", "process", "warning", Situation),
    Rule("alert-asynchronous", "chain", "error", Chain),
    Rule("alert-without-channel", "chain", "error", Chain),
    Rule("alert-without-contact", "mandate", "error", Role),
    Rule("alias-taken", "upkeep", "warning", Organisation),
    Rule("alongside-without-acknowledge-time", "chain", "warning", Chain),
    Rule("alongside-without-channel", "chain", "warning", Chain),
    Rule("alongside-without-task", "chain", "warning", Chain),
    Rule("at-end-incomplete", "chain", "warning", Chain),
    Rule("audience-without-speaker", "mandate", "error", Audiences),
    Rule("boolean-form", "shape", "error"),
    Rule("budget-gap", "mandate", "warning", Chain),
    Rule("calendar-circle", "time", "error", Organisation),
    Rule("calendar-day-impossible", "time", "error", Organisation),
    Rule("calendar-empty", "time", "error", Organisation),
    Rule("calendar-exception-contradicts", "time", "error", Organisation),
    Rule("case-backwards", "process", "error", Situation),
    Rule("case-without-outcome", "process", "warning", Situation),
    Rule("chain-closed-at-night", "chain", "warning", Chain),
    Rule("chain-end-powerless", "chain", "error", Chain),
    Rule("chain-other-matrix", "reference", "error", Chain),
    Rule("chain-without-advance", "chain", "warning", Chain),
    Rule("chain-without-end", "chain", "warning", Chain),
    Rule("chain-without-intake", "chain", "warning", Chain),
    Rule("chain-without-record", "chain", "warning", Chain),
    Rule("chain-without-soft-trigger", "trigger", "warning", Chain),
    Rule("checklist-stretch-too-long", "checklist", "warning", Checklist),
    Rule("comma-unquoted", "shape", "error"),
    Rule("commitment-clock-late", "service", "warning", Service),
    Rule("commitment-outruns-dependency", "service", "warning", Service),
    Rule("commitment-severity-forgotten", "service", "warning", Service),
    Rule("commitment-stricter", "service", "error", Service),
    Rule("commitment-target-doubled", "service", "warning", Service),
    Rule("commitment-without-calendar", "service", "warning", Service),
    Rule("commitment-without-intake", "service", "warning", Service),
    Rule("commitment-without-time", "service", "warning", Service),
    Rule("contact-form", "shape", "warning", Document),
    Rule("contact-missing", "mandate", "warning", Role),
    Rule("contact-without-address", "shape", "warning", Document),
    Rule("contact-without-number", "shape", "warning", Document),
    Rule("date-form", "shape", "error"),
    Rule("date-impossible", "shape", "error"),
    Rule("deadline-without-doer", "time", "warning", Document),
    Rule("deadline-without-time", "time", "warning", Document),
    Rule("decision-by-powerless", "mandate", "error", Situation),
    Rule("decision-without-decider", "process", "warning", Situation),
    Rule("decision-without-holder", "mandate", "error", Decisions),
    Rule("decision-without-order", "mandate", "warning", Chain),
    Rule("decision-without-time", "process", "warning", Situation),
    Rule("deputies-among-themselves", "mandate", "warning", Chain),
    Rule("deputy-smaller-mandate", "mandate", "warning", Role),
    Rule("document-unowned", "upkeep", "warning", Document),
    Rule("document-unused", "upkeep", "warning", Organisation),
    Rule("duration-form", "shape", "error"),
    Rule("duration-vague", "time", "warning"),
    Rule("entry-incomplete", "chain", "error", Chain),
    Rule("entry-unused", "upkeep", "warning", Organisation),
    Rule("escalate-less-strict", "chain", "error", Chain),
    Rule("field-unused", "communication", "warning", Template),
    Rule("file-leads-out", "file", "error"),
    Rule("file-link-broken", "file", "error"),
    Rule("file-name-other", "upkeep", "warning", Document),
    Rule("file-name-unprintable", "file", "error"),
    Rule("file-not-a-file", "file", "error"),
    Rule("file-not-readable", "file", "error"),
    Rule("file-suffix-wrong", "file", "error"),
    Rule("file-too-large", "file", "error"),
    Rule("findings-cut", "file", "warning"),
    Rule("generator-too-old", "organisation", "error", Organisation),
    Rule("grid-incomplete", "shape", "error", SeverityMatrix),
    Rule("grid-not-monotone", "severity", "error", SeverityMatrix),
    Rule("guarantee-without-consequence", "service", "warning", Service),
    Rule("hours-backwards", "time", "error", Organisation),
    Rule("id-alike", "upkeep", "warning", Organisation),
    Rule("id-doubled", "reference", "error"),
    Rule("id-form", "shape", "error"),
    Rule("inform-off-hours", "chain", "warning", Chain),
    Rule("inform-without-channel", "chain", "warning", Chain),
    Rule("inform-without-time", "chain", "warning", Chain),
    Rule("intake-off-hours", "service", "warning", Service),
    Rule("intake-without-contact", "chain", "warning", Document),
    Rule("item-answer-empty", "checklist", "warning", Checklist),
    Rule("item-doubled", "checklist", "warning", Checklist),
    Rule("item-sentence-too-long", "checklist", "warning", Checklist),
    Rule("item-without-answer", "checklist", "warning", Checklist),
    Rule("item-without-doer", "checklist", "warning", Checklist),
    Rule("joint-with-itself", "mandate", "error", Role),
    Rule("jump-pointless", "chain", "warning", Chain),
    Rule("key-misplaced", "shape", "error"),
    Rule("key-missing", "shape", "error"),
    Rule("key-unknown", "shape", "error"),
    Rule("killer-not-first", "checklist", "warning", Checklist),
    Rule("kind-missing", "shape", "error"),
    Rule("kind-unknown", "shape", "error"),
    Rule("language-mixed", "text", "warning", Document),
    Rule("language-unknown", "shape", "error"),
    Rule("lateral-approval-endless", "chain", "warning", Chain),
    Rule("lateral-approval-silent", "chain", "error", Chain),
    Rule("lateral-into-itself", "chain", "error", Chain),
    Rule("lateral-without-approval", "chain", "warning", Chain),
    Rule("lateral-without-channel", "chain", "warning", Chain),
    Rule("lateral-without-trigger", "chain", "warning", Chain),
    Rule("level-decides-less", "mandate", "warning", Chain),
    Rule("level-off-hours", "mandate", "error", Chain),
    Rule("level-one-infrastructure", "chain", "warning", Chain),
    Rule("level-same-number", "chain", "warning", Chain),
    Rule("level-same-person", "chain", "warning", Chain),
    Rule("level-time-unused", "chain", "warning", Chain),
    Rule("level-unreachable", "chain", "error", Chain),
    Rule("level-without-acknowledge-time", "chain", "warning", Chain),
    Rule("level-without-action", "chain", "warning", Chain),
    Rule("level-without-channel", "chain", "warning", Chain),
    Rule("level-without-escalate-time", "chain", "warning", Chain),
    Rule("level-without-handover", "chain", "warning", Chain),
    Rule("level-without-trigger", "chain", "warning", Chain),
    Rule("link-kind-unknown", "reference", "error"),
    Rule("link-odd", "safety", "error", Document),
    Rule("list-missing", "shape", "error"),
    Rule("list-unexpected", "shape", "error"),
    Rule("live-change-incomplete", "process", "warning", Situation),
    Rule("mandate-doubled", "mandate", "warning", Role),
    Rule("mandate-forbidden", "mandate", "warning", Role),
    Rule("message-part-missing", "communication", "warning", Template),
    Rule("message-too-long", "communication", "warning", Template),
    Rule("money-form", "shape", "error"),
    Rule("number-form", "shape", "error"),
    Rule("organisation-doubled", "organisation", "error"),
    Rule("organisation-missing", "organisation", "error"),
    Rule("personal-data-public", "safety", "warning", Organisation),
    Rule("placeholder-undeclared", "text", "error", Template),
    Rule("process-endless", "process", "error", Process),
    Rule("process-without-chain", "process", "warning", Process),
    Rule("public-names-internal", "safety", "error", Organisation),
    Rule("reference-form", "reference", "error"),
    Rule("reference-missing", "reference", "error"),
    Rule("reference-other-kind", "reference", "error"),
    Rule("review-future", "upkeep", "warning", Document),
    Rule("review-overdue", "upkeep", "warning", Document),
    Rule("review-undated", "upkeep", "warning", Document),
    Rule("role-alerted-and-informed", "chain", "warning", Chain),
    Rule("role-deputy-is-self", "mandate", "error", Role),
    Rule("role-deputy-same-person", "mandate", "error", Role),
    Rule("role-sole-seat", "mandate", "warning", Role),
    Rule("role-unreachable", "mandate", "error", Role),
    Rule("role-without-deputy", "mandate", "warning", Role),
    Rule("role-without-mandate", "mandate", "warning", Role),
    Rule("rounds-too-long", "chain", "warning", Chain),
    Rule("say-without-audience", "mandate", "warning", Role),
    Rule("schema-invalid", "shape", "error"),
    Rule("secret-written", "safety", "error", Document),
    Rule("sender-off-hours", "communication", "warning", Document),
    Rule("sender-without-mandate", "mandate", "error", Organisation),
    Rule("service-circle", "service", "error", Organisation),
    Rule("service-depends-on-weaker", "service", "warning", Service),
    Rule("service-without-chain", "service", "warning", Service),
    Rule("service-without-commitment", "service", "warning", Service),
    Rule("service-without-fallback", "service", "warning", Service),
    Rule("service-without-operator", "service", "warning", Service),
    Rule("setting-locked", "settings", "error"),
    Rule("setting-unknown", "settings", "error"),
    Rule("severity-criteria-same", "severity", "warning", SeverityMatrix),
    Rule("severity-less-strict", "severity", "error", SeverityMatrix),
    Rule("severity-name-unknown", "text", "warning", Organisation),
    Rule("severity-rank-doubled", "severity", "error", SeverityMatrix),
    Rule("severity-tells-nobody", "severity", "warning", SeverityMatrix),
    Rule("severity-without-clock", "severity", "warning", SeverityMatrix),
    Rule("severity-without-criteria", "severity", "warning", SeverityMatrix),
    Rule("severity-without-resolution", "severity", "warning", SeverityMatrix),
    Rule("severity-without-response", "severity", "warning", SeverityMatrix),
    Rule("situation-alerts-nobody", "shape", "error", Situation),
    Rule("situation-without-decision", "process", "warning", Situation),
    Rule("situation-without-first-reaction", "process", "warning", Situation),
    Rule("situation-without-follow-up", "process", "warning", Situation),
    Rule("situation-without-phase", "process", "warning", Situation),
    Rule("situation-without-recognition", "process", "warning", Situation),
    Rule("status-without-end", "severity", "warning", SeverityMatrix),
    Rule("step-unreachable", "process", "error", Process),
    Rule("step-way-doubled", "process", "warning", Process),
    Rule("step-without-doer", "process", "warning", Process),
    Rule("step-without-result", "process", "warning", Process),
    Rule("suppression-expired", "settings", "warning"),
    Rule("suppression-locked", "settings", "error"),
    Rule("suppression-malformed", "settings", "error"),
    Rule("suppression-reasonless", "settings", "warning"),
    Rule("suppression-unknown", "settings", "error"),
    Rule("suppression-unused", "settings", "warning"),
    Rule("table-row-length", "shape", "error", ProsePage),
    Rule("template-severity-unmatched", "communication", "warning", Template),
    Rule("template-without-channel", "communication", "warning", Template),
    Rule("term-avoided", "text", "warning", Glossary),
    Rule("term-avoids-itself", "text", "error", Organisation),
    Rule("term-doubled", "text", "error", Organisation),
    Rule("term-sees-itself", "text", "warning", Glossary),
    Rule("text-empty", "text", "warning", Document),
    Rule("text-in-one-language", "text", "warning", Document),
    Rule("text-invisible", "safety", "error", Document),
    Rule("text-look-alike", "text", "warning", Document),
    Rule("text-markup", "safety", "error", Document),
    Rule("text-placeholder-left", "text", "warning", Document),
    Rule("text-unquoted", "shape", "error"),
    Rule("time-form", "shape", "error"),
    Rule("translation-missing", "text", "warning"),
    Rule("translation-same", "text", "warning", Document),
    Rule("trigger-twice", "trigger", "warning", Chain),
    Rule("trigger-unmeasured", "trigger", "warning", Triggers),
    Rule("trigger-unused", "trigger", "warning", Triggers),
    Rule("trigger-without-action", "trigger", "warning", Triggers),
    Rule("trigger-without-notice", "trigger", "warning", Triggers),
    Rule("update-after-resolution", "severity", "warning", SeverityMatrix),
    Rule("update-audience-forgotten", "severity", "warning", SeverityMatrix),
    Rule("update-interval-shrinks", "severity", "warning", SeverityMatrix),
    Rule("update-less-strict", "severity", "error", SeverityMatrix),
    Rule("update-phases-disordered", "severity", "error", SeverityMatrix),
    Rule("update-without-approval", "severity", "warning", SeverityMatrix),
    Rule("update-without-cadence", "severity", "warning", SeverityMatrix),
    Rule("update-without-channel", "severity", "warning", SeverityMatrix),
    Rule("update-without-first", "severity", "warning", SeverityMatrix),
    Rule("update-without-sender", "severity", "warning", SeverityMatrix),
    Rule("update-without-template", "communication", "warning", Organisation),
    Rule("url-form", "shape", "error"),
    Rule("value-empty", "shape", "error"),
    Rule("value-form", "shape", "error"),
    Rule("value-multiline", "shape", "error"),
    Rule("value-not-allowed", "shape", "error"),
    Rule("value-out-of-range", "shape", "error"),
    Rule("value-repeated", "shape", "error"),
    Rule("value-too-long", "shape", "error"),
    Rule("value-type", "shape", "error"),
    Rule("wording-harmful", "communication", "warning", Glossary),
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
    Rule("yaml-line-end-mixed", "yaml", "warning", Document),
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
    Rule("zone-unknown", "time", "error", Organisation),
)

RULES: Mapping[str, Rule] = {rule.id: rule for rule in _ALL}


FAMILIES: Mapping[str, tuple[Rule, ...]] = {
    family: tuple(rule for rule in _ALL if rule.family == family) for family in get_args(Family)
}
