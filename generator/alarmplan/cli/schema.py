from __future__ import annotations

from pathlib import Path

import click

from alarmplan.cli.settings import Settings, settings_options
from alarmplan.cli.wrong_use import WrongUseError


@click.command()
@click.option("--with-ids", is_flag=True, help="Offer the ids of this playbook, and mark all others as mistakes.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write. Default: standard output.")
@settings_options
@click.pass_obj
def command(settings: Settings, with_ids: bool, out: Path | None) -> None:
    """Write the schema of all files of a playbook, by which editors complete, explain and mark mistakes.

    It needs no other file; --lang sets the language of its explanations. To use it, name it under yaml.schemas in
    the settings of the editor, once it is there: where a schema is missing, editors show nothing at all.

    With ids it has to be written anew when the playbook changes. The pre-commit hook alarmplan-schema does so, and
    mkdocs serve for a schema that lies in .alarmplan/playbook.schema.json, a folder that git is told to ignore.

    Example: alarmplan schema --with-ids --out .alarmplan/playbook.schema.json
    """
    from alarmplan.editor_schema import editor_schema, known_ids
    from alarmplan.outputs import OutputError
    from alarmplan.outputs.schema_file import write_schema

    ids = known_ids(settings.source(None), settings.language) if with_ids else None
    text = editor_schema(settings.language, ids)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        write_schema(out, text)
    except OutputError as error:
        raise WrongUseError(error) from None
