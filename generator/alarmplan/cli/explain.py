from __future__ import annotations

import click

from alarmplan.cli.settings import Settings, WrongUseError, settings_options
from alarmplan.manual import manual, manual_words
from alarmplan.report.explain import Line, explain, names, overview
from alarmplan.suggest import suggest


@click.command()
@click.argument("name", required=False, metavar="[RULE|KIND|GROUP]")
@click.option("--all", "every_example", is_flag=True, help="Show every example of a rule, not one of each sort.")
@settings_options
@click.pass_obj
def command(settings: Settings, name: str | None, every_example: bool) -> None:
    """Explain a rule, a kind of file or a group of rules; without a name, list them all.

    Example: alarmplan explain yaml-tab --lang de
    """
    told = manual(settings.language)
    said = manual_words(settings.language)["explain"]
    if name is None:
        lines = (*overview(told), Line(), Line(said["usage"]))
    elif not (lines := explain(told, name, every_example=every_example)):
        guess = suggest(name, names(told))
        raise WrongUseError(said["suggestion" if guess else "unknown"].format(name=name, suggestion=guess))
    click.echo("\n".join(map(_coloured, lines)))


def _coloured(line: Line) -> str:
    """For a terminal; click takes the colours out where the text goes elsewhere."""
    match line.role:
        case "heading":
            return click.style(line.text, bold=True)
        case "guilty":
            return click.style(line.text, fg="red", bold=True)
    return line.text
