"""A rule as its folder describes it."""

from __future__ import annotations

from alarmplan.manual.examples import read_examples
from alarmplan.model.manual import RuleManual
from alarmplan.rules import Rule
from alarmplan.rules.texts import rule_examples, rule_texts, without_values

_HINTS = ("hint_with_suggestion", "hint", "hint_elapsed")  # as one meets them: the guess first


def rule_manual(rule: Rule, language: str) -> RuleManual:
    texts = rule_texts(rule.id, language)
    return RuleManual(
        id=rule.id,
        family=rule.family,
        severity=rule.severity,
        locked=rule.locked,
        by_comment=rule.by_comment,
        message=without_values(texts["message"]),
        hints=tuple(without_values(texts[key]) for key in _HINTS if texts.get(key)),
        why=texts["why"],
        remedy=texts["remedy"],
        examples=read_examples(rule_examples(rule.id), language),
    )
