"""How severe each rule is in this playbook, by what its organisation says under `checks`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.place import Place
from alarmplan.model.playbook import Playbook
from alarmplan.rules import FAMILIES, RULES, Rule, Severity
from alarmplan.suggest import suggest

Severities = Mapping[str, Severity | None]  # by rule; None where the rule is not to be heard

DEFAULT: Severities = {rule.id: rule.severity for rule in RULES.values()}
_WORDS: Mapping[str, Severity | None] = {"error": "error", "warning": "warning", "ignore": None}


def selected(name: str) -> tuple[Rule, ...]:
    """The rule of this name, or all rules of the family of this name; none where there is neither."""
    return (RULES[name],) if name in RULES else FAMILIES.get(name, ())


def nearest(name: str) -> str:
    """The rule or family that was probably meant, or nothing."""
    return suggest(name, (*RULES, *FAMILIES)) or ""


def severities(playbook: Playbook) -> tuple[Severities, Findings]:
    """The severity of every rule, and what is wrong with the settings. A rule's own setting beats its family's."""
    checks = playbook.organisation.checks
    chosen = dict(DEFAULT)
    for name in sorted(checks, key=lambda name: name in RULES):  # families first
        for rule in selected(name):
            if not rule.locked:
                chosen[rule.id] = _WORDS[checks[name]]
    return chosen, tuple(_trouble(playbook))


def _trouble(playbook: Playbook) -> Iterator[Finding]:
    for name, word in playbook.organisation.checks.items():
        place = Place(playbook.path(playbook.organisation), ("checks", name), at_key=True)
        rules = selected(name)
        if not rules:
            yield Finding("setting-unknown", place, {"name": name, "suggestion": nearest(name)})
        elif word != "error" and all(rule.locked for rule in rules):
            yield Finding("setting-locked", place, {"name": name})
