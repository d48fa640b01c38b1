"""The recipe: source → documents → playbook → findings → pages. Each stage takes the result of the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alarmplan.analyse import analyse
from alarmplan.load import load
from alarmplan.load.glance import glance
from alarmplan.model.finding import Findings
from alarmplan.model.kinds import KINDS
from alarmplan.model.playbook import Playbook
from alarmplan.model.source import Source
from alarmplan.render.page import Page
from alarmplan.render.sheet import Sheet
from alarmplan.resolve import resolve
from alarmplan.rules import is_error, judge
from alarmplan.validate import validate


@dataclass(frozen=True, slots=True)
class Checked:
    """A playbook and everything that was found; `playbook` is None where there is no organisation."""

    source: Source
    playbook: Playbook | None
    findings: Findings

    @property
    def passed(self) -> bool:
        """Whether the gate before rendering is open: no error was found."""
        return self.playbook is not None and not any(is_error(finding) for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published in one language."""

    language: str
    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]


def check(source: Source) -> Checked:
    loaded, unreadable = load(source)
    valid, misshapen = validate(loaded)
    kept = {document.path for document in valid}
    odd = tuple(document for document in loaded if document.path not in kept)
    lost = glance(content for path, content in source.files.items() if path not in kept)
    playbook, unresolved = resolve(valid, tuple(document for document in odd if document.kind in KINDS), lost)
    judged = judge(playbook) if playbook else ()
    return Checked(source, playbook, (*unreadable, *misshapen, *unresolved, *judged))


def render_editions(playbook: Playbook, as_of: date) -> tuple[Edition, ...]:
    """One edition per language of the organisation, the language of the house first."""
    from alarmplan.render import render, render_sheets  # templates are imported only when pages are wanted

    facts = analyse(playbook)
    return tuple(
        Edition(
            language,
            render(playbook, facts, language, as_of),
            tuple(render_sheets(playbook, facts, language, as_of)),
        )
        for language in playbook.languages
    )
