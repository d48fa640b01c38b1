"""The recipe: source → documents → playbook → findings → pages. Each stage takes the result of the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from alarmplan.analyse import analyse
from alarmplan.load import decoded, load
from alarmplan.load.comments import comments
from alarmplan.load.glance import glance
from alarmplan.load.places import Places
from alarmplan.model.comment import Comment
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding, Findings
from alarmplan.model.place import Place
from alarmplan.model.playbook import Playbook
from alarmplan.model.source import LoadedDocument, Source
from alarmplan.resolve import resolve
from alarmplan.resolve.meant import with_meant
from alarmplan.resolve.referrers import with_referrers
from alarmplan.rules import RULES
from alarmplan.rules.judge import Failure, judge
from alarmplan.rules.settings import DEFAULT, Severities, severities
from alarmplan.rules.suppressions import suppress
from alarmplan.rules.unjudged import unjudged
from alarmplan.rules.waiting import waiting
from alarmplan.validate import validate
from alarmplan.validate.ambiguous import ambiguous

if TYPE_CHECKING:
    from alarmplan.render.page import Page
    from alarmplan.render.sheet import Sheet


ENOUGH = 100  # findings of one file


@dataclass(frozen=True, slots=True)
class Checked:
    """A playbook and everything that was found; `playbook` is None where there is no organisation.

    `severities` holds how severe each rule is in this playbook; `failures` are mistakes of ours; `waiting` are the
    rules that judge only once what is missing or broken is there.
    """

    source: Source
    playbook: Playbook | None
    findings: Findings
    severities: Severities = field(default_factory=lambda: DEFAULT)
    failures: tuple[Failure, ...] = ()
    waiting: frozenset[str] = frozenset()

    @property
    def passed(self) -> bool:
        """Whether the gate before rendering is open: no error was found, and all was looked at."""
        return self.playbook is not None and not self.failures and not any(map(self.is_error, self.findings))

    @property
    def silenced(self) -> int:
        """How many rules the organisation has switched off."""
        return sum(severity is None for severity in self.severities.values())

    def is_error(self, finding: Finding) -> bool:
        return self.severities[finding.rule] == "error"


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published in one language."""

    language: str
    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]


def check(source: Source, as_of: date) -> Checked:
    """Everything that is wrong with a playbook on the day `as_of`, one finding per mistake."""
    loaded, unreadable = load(source)
    valid, misshapen = validate(loaded)
    kept = {document.path for document in valid}
    odd = tuple(document for document in loaded if document.path not in kept)
    read = {document.path for document in loaded}
    unread = {path: content for path, content in source.files.items() if path not in read}
    lost = glance(unread, source.refused)
    playbook, unresolved = resolve(valid, odd, lost)
    texts = {document.path: document.text for document in valid}
    judged, failures = judge(Evidence(playbook, analyse(playbook), as_of, texts)) if playbook else ((), ())
    halted = with_referrers(unreadable, playbook, lost) if playbook else unreadable
    seen = set(map(playbook.path, playbook.documents)) if playbook else set()
    given_away = unjudged(dict(_texts(source, seen)), read)
    found = (*halted, *with_meant((*misshapen, *unresolved), loaded), *judged, *given_away)
    found = (*found, *ambiguous(loaded, found))
    complete = not failures and not any(RULES[finding.rule].locked for finding in found)
    left = suppress(found, _comments(loaded), _Lines(loaded), as_of, complete=complete)
    chosen, unsettled = severities(playbook) if playbook else (DEFAULT, ())
    heard = (finding for finding in (*left, *unsettled) if chosen[finding.rule] is not None)
    silent = frozenset(rule for rule in waiting(playbook) if chosen[rule] is not None)
    return Checked(source, playbook, _bounded(heard, chosen), chosen, failures, silent)


def _bounded(findings: Iterable[Finding], severities: Severities) -> Findings:
    """Of each file so many findings as somebody would read, errors first, and one that says there are more.

    Who does not want to hear that is shown all of them.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.place.path, []).append(finding)
    shown: list[Finding] = []
    for found in by_file.values():
        if len(found) > ENOUGH and severities["findings-cut"]:
            found.sort(key=lambda finding: severities[finding.rule] != "error")
            shown.append(Finding("findings-cut", found[ENOUGH].place, {"hidden": len(found) - ENOUGH}))
            del found[ENOUGH:]
        shown.extend(found)
    return tuple(shown)


def _texts(source: Source, besides: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """The files that are text, by path, also those that are no documents."""
    for path, content in source.files.items():
        text = decoded(path, content) if path not in besides else None
        if isinstance(text, str):
            yield path, text


def _comments(documents: Iterable[LoadedDocument]) -> Iterator[Comment]:
    for document in documents:
        yield from comments(document.path, document.text)


class _Lines:
    """By which lines a place may be addressed: that of its mark, and that of the key of the marked value."""

    def __init__(self, documents: Iterable[LoadedDocument]) -> None:
        self._texts = {document.path: document.text for document in documents}
        self._places: dict[str, Places] = {}

    def __call__(self, place: Place) -> set[int]:
        if place.path not in self._places:
            self._places[place.path] = Places(self._texts[place.path])
        spots = map(self._places[place.path].locate, (place, replace(place, at_key=True, words="")))
        return {spot.line for spot in spots}


def render_editions(playbook: Playbook, as_of: date, *, with_sheets: bool = True) -> tuple[Edition, ...]:
    """One edition per language of the organisation, the language of the house first.

    Without sheets no page links to one.
    """
    # A check, which runs at every commit, does not wait for these.
    from alarmplan.manual import manual
    from alarmplan.render import render, render_sheets
    from alarmplan.render.view import View

    facts = analyse(playbook)
    views = (
        View(playbook, facts, language, as_of, manual(language), with_sheets) for language in playbook.languages
    )
    return tuple(
        Edition(view.language, render(view), tuple(render_sheets(view)) if with_sheets else ()) for view in views
    )
