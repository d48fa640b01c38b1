from __future__ import annotations

import click

from alarmplan.cli.settings import Settings, settings_options
from alarmplan.cli.wrong_use import WrongUseError
from alarmplan.manual import manual, manual_words
from alarmplan.model.trouble import CallerError
from alarmplan.report.explain import Line, explain, names, overview
from alarmplan.report.topics import meant_topic


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
        guess = meant_topic(name, names(told))
        raise WrongUseError(CallerError("no-topic-meant" if guess else "no-topic", name=name, meant=guess))
    click.echo("\n".join(map(_coloured, lines)))


def _coloured(line: Line) -> str:
    """For a terminal; click takes the colours out where the text goes elsewhere."""
    match line.role:
        case "heading":
            return click.style(line.text, bold=True)
        case "guilty":
            return click.style(line.text, fg="red", bold=True)
    return line.text
