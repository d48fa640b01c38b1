"""The command line. Commands are registered below, in alphabetical order; each is a module of its name."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

from alarmplan import __version__
from alarmplan.cli.settings import settings_options

COMMANDS = (
    "build",
    "check",
    "explain",
    "schema",
)


class Commands(click.Group):
    """Imports a command only when it is asked for: nobody waits for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click passes it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 # likewise
        return command_of(cmd_name) if cmd_name in COMMANDS else None


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
