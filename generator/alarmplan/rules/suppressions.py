"""Comments that take a finding back: `# alarmplan: ignore[rule-id] until 2027-01-31 -- reason`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from alarmplan.model.comment import Comment
from alarmplan.model.finding import Finding, Findings
from alarmplan.rules import RULES
from alarmplan.suggest import suggest

_FORM = re.compile(
    r":\s*ignore\s*\[(?P<rules>[^][]+)\]"
    r"(?:\s+until\s+(?P<until>\d{4}-\d\d-\d\d))?"
    r"(?:\s*(?:--|–|—)\s*(?P<reason>.*))?"  # editors turn two hyphens into a dash
)
_EVER = date.max


@dataclass(slots=True)
class _Suppression:
    comment: Comment
    rules: tuple[str, ...]
    until: date
    reason: str
    used: set[str] = field(default_factory=set)

    def finding(self, rule: str, **params: str) -> Finding:
        return Finding(rule, self.comment.place, params)


def suppress(
    findings: Findings,
    comments: Iterable[Comment],
    lines_of: Callable[[Finding], AbstractSet[int]],
    as_of: date,
    *,
    complete: bool,
) -> Findings:
    """What is left of the findings, and what is wrong with the comments.

    `lines_of` says by which lines a finding may be addressed. Only a `complete` run, which no broken file
    kept from judging the whole, can say that a comment is of no use.
    """
    suppressions: list[_Suppression] = []
    trouble: list[Finding] = []
    for comment in comments:
        suppression = _read(comment)
        if suppression is None:
            trouble.append(Finding("suppression-malformed", comment.place, {"written": comment.text[:60]}))
        else:
            suppressions.append(suppression)
    if not suppressions:
        return (*findings, *trouble)
    left = _left(findings, suppressions, lines_of, as_of)
    for suppression in suppressions:
        trouble.extend(_judged(suppression, as_of, complete=complete))
    return (*left, *trouble)


def _read(comment: Comment) -> _Suppression | None:
    match = _FORM.fullmatch(comment.text)
    if match is None:
        return None
    try:
        until = date.fromisoformat(match["until"]) if match["until"] else _EVER
    except ValueError:
        return None
    rules = tuple(dict.fromkeys(rule.strip() for rule in match["rules"].split(",")))
    return _Suppression(comment, rules, until, (match["reason"] or "").strip())


def _left(
    findings: Findings,
    suppressions: Iterable[_Suppression],
    lines_of: Callable[[Finding], AbstractSet[int]],
    as_of: date,
) -> list[Finding]:
    by_file: dict[str, list[_Suppression]] = {}
    for suppression in suppressions:
        by_file.setdefault(suppression.comment.place.path, []).append(suppression)
    left: list[Finding] = []
    for finding in findings:
        speaking = [s for s in by_file.get(finding.place.path, ()) if finding.rule in s.rules]
        lines = lines_of(finding) if speaking else frozenset()
        speaking = [s for s in speaking if s.comment.covers in lines]
        for suppression in speaking:
            suppression.used.add(finding.rule)
        if RULES[finding.rule].locked or not any(as_of <= s.until for s in speaking):
            left.append(finding)
    return left


def _judged(suppression: _Suppression, as_of: date, *, complete: bool) -> Iterator[Finding]:
    for rule in suppression.rules:
        if rule not in RULES:
            yield suppression.finding("suppression-unknown", name=rule, suggestion=suggest(rule, RULES) or "")
        elif RULES[rule].locked:
            yield suppression.finding("suppression-locked", name=rule)
        elif rule in suppression.used and suppression.until < as_of:
            yield suppression.finding("suppression-expired", name=rule, until=suppression.until.isoformat())
        elif rule not in suppression.used and complete:
            yield suppression.finding("suppression-unused", name=rule)
    if suppression.used and not suppression.reason:
        yield suppression.finding("suppression-reasonless")
