"""What every command knows, and how the world's answers enter: the clock, the locale, the folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from alarmplan.as_of import default_as_of
from alarmplan.cli.wrong_use import EXIT_CODE, WrongUseError, WrongValueError
from alarmplan.model.source import Source
from alarmplan.model.trouble import CallerError
from alarmplan.pipeline import Checked, check
from alarmplan.report.formats import text
from alarmplan.report.report import report_on
from alarmplan.report.texts import confession
from alarmplan.report.words import languages
from alarmplan.sources import SourceError
from alarmplan.sources.folder import find_playbook, read_folder

FINDINGS = 1

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Settings:
    directory: Path
    language: str
    as_of: date
    debug: bool = False

    def source(self, revision: str | None) -> Source:
        """The playbook of the folder, or as it was at a git revision; exits with 2 where there is none."""
        try:
            if revision is not None:
                from alarmplan.sources.revision import read_revision

                return read_revision(self.directory, revision)
            playbook = find_playbook(self.directory)
            return read_folder(playbook, os.path.relpath(playbook))
        except SourceError as error:
            raise WrongUseError(error) from None

    def check(self, revision: str | None) -> Checked:
        return check(self.source(revision), self.as_of)

    def show(self, checked: Checked, *, strict: bool) -> bool:
        """Prints the findings. True if the playbook may be used as it is."""
        report = report_on(checked, self.language, self.as_of, strict=strict)
        click.echo(text.write(report, colour=wants_colour()), nl=False)
        return not report.failed

    def end(self, checked: Checked) -> NoReturn:
        """Ends the program for what was found.

        Mistakes of the program itself come first: one line each, or a traceback where that was asked for.
        """
        for failure in checked.failures:
            if self.debug:
                raise failure.error
            click.echo(confession(failure, self.language), err=True)
        raise SystemExit(EXIT_CODE if checked.failures else FINDINGS)


def wants_colour() -> bool:
    """Colour is for terminals whose owner did not say no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def default_language() -> str:
    """The language of the locale where we speak it, else English."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return locale[:2] if locale[:2] in languages() else "en"


def default_settings() -> Settings:
    """What holds before any option is read."""
    try:
        return Settings(Path(), default_language(), default_as_of())
    except (ValueError, OverflowError):
        raise WrongUseError(CallerError("epoch")) from None


def settings_options(command: Command) -> Command:
    """The options that every command takes, before its name and behind it; each changes the settings."""
    for option in (
        click.option(
            "--debug",
            is_flag=True,
            default=None,
            expose_value=False,
            callback=_set_debug,
            help="Show a traceback where the program itself makes a mistake.",
        ),
        click.option(
            "--as-of",
            metavar="DATE",
            expose_value=False,
            callback=_set_as_of,
            help="The day that counts as today, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today.",
        ),
        click.option(
            "--lang",
            type=click.Choice(languages()),
            expose_value=False,
            callback=_set_language,
            help="Language of the messages. Default: the locale's.",
        ),
        click.option(
            "-C",
            "directory",
            type=click.Path(path_type=Path),
            metavar="DIR",
            expose_value=False,
            callback=_set_directory,
            help="Work in DIR: it holds playbook/, or is a playbook itself.",
        ),
    ):
        command = option(command)
    return command


def _set_as_of(context: click.Context, _: click.Parameter, value: str | None) -> None:
    try:
        _set(context, as_of=date.fromisoformat(value) if value else None)
    except ValueError:
        raise WrongValueError("day", value=value) from None


def _set_language(context: click.Context, _: click.Parameter, value: str | None) -> None:
    _set(context, language=value)


def _set_directory(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    _set(context, directory=value)


def _set_debug(context: click.Context, _: click.Parameter, value: bool | None) -> None:
    _set(context, debug=value)


def _set(context: click.Context, **given: Any) -> None:
    settings = context.obj or default_settings()
    context.obj = replace(settings, **{name: value for name, value in given.items() if value is not None})
