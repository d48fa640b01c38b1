"""A rule as its folder describes it."""

from __future__ import annotations

from collections.abc import Mapping

from alarmplan.manual.examples import read_examples
from alarmplan.model.manual import RuleManual
from alarmplan.rules import Rule
from alarmplan.rules.texts import rule_examples, rule_texts, without_values

_GUESS = "hint_with_suggestion"


def rule_manual(rule: Rule, language: str) -> RuleManual:
    texts = rule_texts(rule.id, language)
    return RuleManual(
        id=rule.id,
        family=rule.family,
        severity=rule.severity,
        locked=rule.locked,
        by_comment=rule.by_comment,
        message=without_values(texts["message"]),
        hints=tuple(without_values(texts[key]) for key in _hints(texts) if texts[key]),
        why=texts["why"],
        remedy=texts["remedy"],
        examples=read_examples(rule_examples(rule.id), language),
    )


def _hints(texts: Mapping[str, str]) -> list[str]:
    """As one meets them: the guess first, then what is said of most, then of some."""
    hints = [key for key in texts if key == "hint" or key.startswith("hint_")]
    return sorted(hints, key=lambda key: (key != _GUESS, key != "hint"))
