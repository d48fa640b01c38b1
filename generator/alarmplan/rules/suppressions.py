"""Comments that take a finding back: `# alarmplan: ignore[rule-id] until 2027-01-31 -- reason`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from alarmplan.model.comment import Comment
from alarmplan.model.finding import Finding, Findings
from alarmplan.model.place import Place
from alarmplan.rules import RULES
from alarmplan.suggest import suggest

_FORM = re.compile(
    r":\s*ignore\s*\[(?P<rules>[^][]+)\]"
    r"(?:\s+until\s+(?P<until>\d{4}-\d\d-\d\d))?"
    r"(?:\s*(?:--|–|—)\s*(?P<reason>.*))?"  # editors turn two hyphens into a dash
)
_EVER = date.max
_ENOUGH = 100  # names of rules that do not exist: nobody mends more before the next run

LinesOf = Callable[[Place], AbstractSet[int]]
_Line = tuple[str, str, int]  # a file, a rule, and a line of which a comment speaks


@dataclass(frozen=True, slots=True)
class _Suppression:
    comment: Comment
    rules: tuple[str, ...]
    until: date
    reason: str

    def finding(self, rule: str, **params: str) -> Finding:
        return Finding(rule, self.comment.place, params)

    def line(self, rule: str) -> _Line:
        return self.comment.place.path, rule, self.comment.covers


class _Exceptions:
    """What comments except, line by line; a file may hold as many comments as findings."""

    def __init__(self, suppressions: Iterable[_Suppression], lines_of: LinesOf, as_of: date) -> None:
        self._lines_of = lines_of
        self._as_of = as_of
        self._until: dict[_Line, date] = {}
        for one in suppressions:
            for rule in one.rules:
                line = one.line(rule)
                self._until[line] = max(one.until, self._until.get(line, one.until))
        self._named = {(path, rule) for path, rule, _ in self._until}
        self.used: set[_Line] = set()

    def left(self, finding: Finding) -> Finding | None:
        """The finding without those of its places that are excepted, at the first that is left."""
        places = (finding.place, *finding.related) if finding.repeated else (finding.place,)
        heard = [place for place in places if not self._excepted(finding.rule, place)]
        if len(heard) == len(places) or RULES[finding.rule].locked:
            return finding
        return replace(finding, place=heard[0], related=tuple(heard[1:])) if heard else None

    def _excepted(self, rule: str, place: Place) -> bool:
        if (place.path, rule) not in self._named:
            return False
        lines = ((place.path, rule, line) for line in self._lines_of(place))
        speaking = [line for line in lines if line in self._until]
        self.used.update(speaking)
        return any(self._as_of <= self._until[line] for line in speaking)


def suppress(
    findings: Findings,
    comments: Iterable[Comment],
    lines_of: LinesOf,
    as_of: date,
    *,
    complete: bool,
) -> Findings:
    """What is left of the findings, and what is wrong with the comments.

    `lines_of` says by which lines a place may be addressed. A mistake made at several places is excepted at each
    by itself: a comment must not hide what is added elsewhere. Only a `complete` run, which no broken file
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
    exceptions = _Exceptions(suppressions, lines_of, as_of)
    left = [one for finding in findings if (one := exceptions.left(finding))]
    meant = _meant(suppressions)
    for suppression in suppressions:
        used = {rule for rule in suppression.rules if suppression.line(rule) in exceptions.used}
        trouble.extend(_judged(suppression, used, meant, as_of, complete=complete))
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


def _meant(suppressions: Iterable[_Suppression]) -> Mapping[str, str]:
    """What was probably meant by names of rules that do not exist, for the first of them."""
    unknown = dict.fromkeys(rule for one in suppressions for rule in one.rules if rule not in RULES)
    return {name: suggest(name, RULES) or "" for name in islice(unknown, _ENOUGH)}


def _judged(
    suppression: _Suppression, used: AbstractSet[str], meant: Mapping[str, str], as_of: date, *, complete: bool
) -> Iterator[Finding]:
    for rule in suppression.rules:
        if rule not in RULES:
            yield suppression.finding("suppression-unknown", name=rule, suggestion=meant.get(rule, ""))
        elif RULES[rule].locked:
            yield suppression.finding("suppression-locked", name=rule)
        elif rule in used and suppression.until < as_of:
            yield suppression.finding("suppression-expired", name=rule, until=suppression.until.isoformat())
        elif rule not in used and complete:
            yield suppression.finding("suppression-unused", name=rule)
    if used and not suppression.reason:
        yield suppression.finding("suppression-reasonless")
