"""The command line. Commands are registered below, one line each, in alphabetical order."""

from __future__ import annotations

import io
import sys

import click

from alarmplan import __version__
from alarmplan.cli import build, check, explain, schema
from alarmplan.cli.settings import settings_options

COMMANDS: dict[str, click.Command] = {
    "build": build.command,
    "check": check.command,
    "explain": explain.command,
    "schema": schema.command,
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, commands=COMMANDS)
@click.version_option(__version__, prog_name="alarmplan")
@settings_options
def main() -> None:
    """Turn an escalation policy written as YAML into a runbook, and prove it consistent first.

    Example: alarmplan check --lang de
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a sign shows another, and goes on
