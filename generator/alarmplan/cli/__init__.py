"""The command line. Commands are registered below, one line each, in alphabetical order."""

from __future__ import annotations

from pathlib import Path

import click

from alarmplan import __version__
from alarmplan.cli import build, check
from alarmplan.cli.settings import Settings, default_language, parse_as_of

COMMANDS: dict[str, click.Command] = {
    "build": build.command,
    "check": check.command,
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, commands=COMMANDS)
@click.version_option(__version__, prog_name="alarmplan")
@click.option(
    "-C", "directory", type=click.Path(path_type=Path), default=Path(), metavar="DIR",
    help="Work in DIR: it holds playbook/, or is a playbook itself.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["de", "en"]), default=default_language, help="Language of the messages."
)
@click.option(
    "--as-of", metavar="DATE", callback=parse_as_of,
    help="The day that counts as today, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today.",
)  # fmt: skip
@click.pass_context
def main(context: click.Context, directory: Path, lang: str, as_of: object) -> None:
    """Turn an escalation policy written as YAML into a runbook, and prove it consistent first.

    Example: alarmplan -C examples/tidenhof check --lang de
    """
    context.obj = Settings(directory, lang, as_of)  # type: ignore[arg-type] # the callback made it a date
