from __future__ import annotations

import time
from pathlib import Path

import click

from alarmplan.cli.settings import Settings, settings_options
from alarmplan.cli.wrong_use import WrongUseError
from alarmplan.pipeline import render_editions
from alarmplan.report.words import words


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the site. Default: site in DIR.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--revision", metavar="REV", help="Build the playbook as it was at a git revision.")
@click.option("--sheets/--no-sheets", default=True, help="With or without the sheets for printing.")
@settings_options
@click.pass_obj
def command(settings: Settings, out: Path | None, strict: bool, revision: str | None, sheets: bool) -> None:
    """Build the site in every language, with search and sheets for printing.

    The old site stays until the new one is complete, and stays if there are errors.

    Example: alarmplan build --out public
    """
    from alarmplan.outputs import OutputError
    from alarmplan.outputs.publish import publish
    from alarmplan.outputs.site import SettingsError

    said = words(settings.language)
    target = (out or settings.directory / "site").absolute()
    start = time.perf_counter()
    checked = settings.check(revision)
    passed = settings.show(checked, strict=strict)
    if not passed or checked.playbook is None:
        click.echo(said["build"]["kept"].format(out=target), err=True)
        settings.end(checked)
    checked_at = time.perf_counter()
    editions = render_editions(checked.playbook, settings.as_of, with_sheets=sheets)
    rendered_at = time.perf_counter()
    config_file = settings.directory / "mkdocs.yml"
    try:
        published = publish(
            editions,
            checked.playbook.organisation.title.in_language(checked.playbook.languages[0]),
            target,
            config_file.absolute() if config_file.is_file() else None,
        )
    except (OutputError, SettingsError) as error:
        raise WrongUseError(error) from None
    click.echo(
        said["build"]["done"].format(
            pages=published.pages,
            sheets=published.sheets,
            languages=", ".join(edition.language for edition in editions),
            check=checked_at - start,
            render=rendered_at - checked_at,
            site=published.seconds["site"],
            printed=published.seconds["sheets"],
            index=target / "index.html",
        )
    )
