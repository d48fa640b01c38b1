from __future__ import annotations

import click

from alarmplan.cli.settings import Settings, settings_options


@click.command()
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--revision", metavar="REV", help="Check the playbook as it was at a git revision.")
@settings_options
@click.pass_obj
def command(settings: Settings, strict: bool, revision: str | None) -> None:
    """Prove the playbook consistent. Quiet when fine; exit status 1 when errors are found.

    Example: alarmplan check --strict
    """
    checked = settings.check(revision)
    if not checked.passed or (strict and checked.findings):
        raise SystemExit(1)
