"""The command line. Commands are registered below, in alphabetical order; each is a module of its name."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Any

import click

from alarmplan import __version__
from alarmplan.cli.settings import default_language, settings_options
from alarmplan.cli.wrong_use import NoSuchCommandError, asked_language, in_language
from alarmplan.suggest import suggest

COMMANDS = (
    "build",
    "check",
    "explain",
    "schema",
)


_LANGUAGE = f"{__name__}.language"


class Commands(click.Group):
    """Imports a command only when it is asked for: nobody waits for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click passes it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 # likewise
        return command_of(cmd_name) if cmd_name in COMMANDS else None

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        language = asked_language(args) or default_language()
        with in_language(language):
            context = super().make_context(info_name, args, parent, **extra)
        context.meta[_LANGUAGE] = language
        return context

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise NoSuchCommandError(args[0], suggest(args[0], COMMANDS) or "", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with in_language(ctx.meta[_LANGUAGE]):
            return super().invoke(ctx)


def command_of(name: str) -> click.Command:
    command: click.Command = import_module(f"alarmplan.cli.{name}").command
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="alarmplan")
@settings_options
def main() -> None:
    """Turn an escalation policy written as YAML into a runbook, and prove it consistent first.

    Example: alarmplan check --lang de
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a sign shows another, and goes on
