"""Findings in the words of a language."""

from __future__ import annotations

from alarmplan.model.finding import Finding
from alarmplan.model.trouble import CallerError
from alarmplan.report.parameters import readable
from alarmplan.report.told import masked
from alarmplan.report.words import printable, words
from alarmplan.rules.judge import Failure
from alarmplan.rules.texts import rule_texts

# Parameters with which texts of their own may go; the first that a finding has decides.
_VARIANTS = (
    "file", "level", "line", "needs", "renamed", "suggestion", "elapsed", "described", "needed", "entry", "words",
    "dash", "deadline", "least", "millions", "most", "stands_in", "entries",
)  # fmt: skip


def message(finding: Finding, language: str) -> str:
    return _said("message", finding, language)


def hint(finding: Finding, language: str) -> str:
    return _said("hint", finding, language)


def related(finding: Finding, language: str) -> str:
    """Why one has to see the other places."""
    said = "related" in rule_texts(finding.rule, language)
    return _said("related", finding, language) if said else words(language)["report"]["related"]


def _said(part: str, finding: Finding, language: str) -> str:
    """The first text that is made for a parameter that this finding has, else the one for all."""
    texts = rule_texts(finding.rule, language)
    special = (f"{part}_with_{name}" for name in _VARIANTS if finding.params.get(name))
    key = next((key for key in special if key in texts), part)
    return texts[key].format_map(readable(finding, language))


def confession(failure: Failure, language: str) -> str:
    """One line that owns up to a mistake of the program."""
    said = words(language)["report"]["failure"]
    told = {"path": printable(failure.path), "error": masked(printable(repr(failure.error)))}
    return said.format(rule=failure.rule, **told)


def trouble(error: CallerError, language: str) -> str:
    """What the caller got wrong."""
    return words(language)["trouble"][error.problem].format_map(error.told)
