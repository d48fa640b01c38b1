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
from alarmplan.validate.ambiguous import ambiguous


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
    read = {document.path for document in loaded}
    lost = glance((content for path, content in source.files.items() if path not in read), source.refused)
    playbook, unresolved = resolve(valid, tuple(document for document in odd if document.kind in KINDS), lost)
    judged = judge(playbook) if playbook else ()
    findings = (*unreadable, *misshapen, *unresolved, *judged)
    return Checked(source, playbook, (*findings, *ambiguous(loaded, findings)))


def render_editions(playbook: Playbook, as_of: date, *, with_sheets: bool = True) -> tuple[Edition, ...]:
    """One edition per language of the organisation, the language of the house first.

    Without sheets no page links to one.
    """
    # Templates are imported only when pages are wanted.
    from alarmplan.render import render, render_sheets
    from alarmplan.render.view import View

    facts = analyse(playbook)
    views = (View(playbook, facts, language, as_of, with_sheets) for language in playbook.languages)
    return tuple(
        Edition(view.language, render(view), tuple(render_sheets(view)) if with_sheets else ()) for view in views
    )
