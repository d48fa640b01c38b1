"""What the caller got wrong, in his language: also what click finds, which speaks English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from alarmplan.model.trouble import CallerError
from alarmplan.report.texts import trouble
from alarmplan.report.words import languages
from alarmplan.report.words import words as report_words

EXIT_CODE = 2


class WrongUseError(click.ClickException):
    """One line to standard error, exit status 2."""

    exit_code = EXIT_CODE
    language = "en"

    def __init__(self, error: CallerError) -> None:
        super().__init__(error.problem)
        self.error = error

    def show(self, file: object = None) -> None:  # noqa: ARG002 # click passes it
        message = trouble(self.error, self.language)
        click.echo(report_words(self.language)["usage"]["error"].format(message=message), err=True)


class WrongValueError(click.BadParameter):
    """What stands behind an option is not what it takes."""

    def __init__(self, problem: str, **told: object) -> None:
        super().__init__(problem)
        self.error = CallerError(problem, **told)


class NoSuchCommandError(click.UsageError):
    def __init__(self, name: str, meant: str, context: click.Context) -> None:
        super().__init__(name, context)
        self.error = CallerError("no-command-meant" if meant else "no-command", name=name, meant=meant)


class _WordedError(click.ClickException):
    """A usage error with how the command is called, as click shows it, in words of ours."""

    exit_code = EXIT_CODE

    def __init__(self, error: click.UsageError, language: str) -> None:
        said = report_words(language)["usage"]
        super().__init__(_message(error, language))
        self.lines = [said["error"].format(message=self.message)]
        if context := error.ctx:
            usage = " ".join((context.command_path, *context.command.collect_usage_pieces(context)))
            self.lines[:0] = [
                said["usage"].format(usage=usage),
                said["help"].format(command=context.command_path),
                "",
            ]

    def show(self, file: object = None) -> None:  # noqa: ARG002 # click passes it
        click.echo("\n".join(self.lines), err=True)


def asked_language(arguments: Sequence[str]) -> str | None:
    """The last that `--lang` names: what is wrong with the others may be found before that option is read."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=False)  # there may be none
    asked = [
        given.partition("=")[2] or following for given, following in pairs if given.partition("=")[0] == "--lang"
    ]
    return next((language for language in reversed(asked) if language in languages()), None)


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Whatever the caller got wrong is said in `language`."""
    try:
        yield
    except WrongUseError as error:
        error.language = language
        raise
    except click.UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the help, which newer versions of click raise
            raise
        raise _WordedError(error, language) from None


def _message(error: click.UsageError, language: str) -> str:
    """Of click's own errors only those that our commands can meet have words of ours."""
    said = report_words(language)["usage"]
    match error:
        case WrongValueError():
            return said["value"].format(name=_option(error), message=trouble(error.error, language))
        case NoSuchCommandError():
            return trouble(error.error, language)
        case click.NoSuchOption():
            meant = said["meant"].format(words=", ".join(error.possibilities)) if error.possibilities else ""
            return said["no_option"].format(name=error.option_name, meant=meant)
        case click.BadOptionUsage() if "requires" in error.message:
            return said["no_value"].format(name=error.option_name)
        case click.BadOptionUsage():
            return said["flag"].format(name=error.option_name)
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            allowed = said["allowed"].format(words=", ".join(map(str, error.param.type.choices)))
            return said["value"].format(name=_option(error), message=allowed)
    if surplus := re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message):
        return said["surplus"].format(words=surplus[1])
    return said["no_subcommand"] if error.message == "Missing command." else error.format_message()


def _option(error: click.BadParameter) -> str:
    return error.param.opts[0] if error.param else ""
