"""What every command knows, and how the world's answers enter: the clock, the locale, the folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from alarmplan.as_of import default_as_of
from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
from alarmplan.report.text import as_text
from alarmplan.sources import SourceError
from alarmplan.sources.folder import find_playbook, read_folder
from alarmplan.sources.revision import read_revision

WRONG_USE = 2


@dataclass(frozen=True, slots=True)
class Settings:
    directory: Path
    language: str
    as_of: date

    def source(self, revision: str | None) -> Source:
        """The playbook of the folder, or as it was at a git revision; exits with 2 where there is none."""
        try:
            if revision is not None:
                return read_revision(self.directory, revision)
            playbook = find_playbook(self.directory)
            return read_folder(playbook, os.path.relpath(playbook))
        except SourceError as error:
            raise WrongUseError(str(error)) from None

    def check(self, revision: str | None) -> Checked:
        """The checked playbook; its findings are printed to standard output."""
        checked = check(self.source(revision))
        click.echo(as_text(checked.findings, checked.source, self.language), nl=False)
        return checked


class WrongUseError(click.ClickException):
    """One line to standard error, exit status 2."""

    exit_code = WRONG_USE


def default_language() -> str:
    """The language of the locale where we speak it, else English."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "de" if locale.startswith("de") else "en"


def parse_as_of(_: click.Context, __: click.Parameter, value: str | None) -> date:
    try:
        return date.fromisoformat(value) if value else default_as_of()
    except ValueError:
        raise click.BadParameter("wanted a day as YYYY-MM-DD") from None
