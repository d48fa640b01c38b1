from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import click

from alarmplan.cli.settings import Settings, settings_options, wants_colour
from alarmplan.cli.wrong_use import WrongUseError, WrongValueError
from alarmplan.pipeline import Checked
from alarmplan.report.formats import FORMATS, text
from alarmplan.report.report import Report, report_on
from alarmplan.rules.settings import nearest, selected
from alarmplan.suggest import suggest

Rules = frozenset[str]
Wish = tuple[str, Path | None]


def _rules(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> Rules:
    chosen: set[str] = set()
    for name in (name.strip() for given in names for name in given.split(",")):
        rules = selected(name)
        if not rules:
            meant = nearest(name)
            raise WrongValueError("no-rule-meant" if meant else "no-rule", name=name, meant=meant)
        chosen.update(rule.id for rule in rules)
    return frozenset(chosen)


def _wishes(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[Wish, ...]:
    wishes: list[Wish] = []
    for wish in given or ("text",):
        name, has_file, file = wish.partition("=")
        if name not in FORMATS:
            meant = suggest(name, FORMATS)
            problem = "no-format-meant" if meant else "no-format"
            raise WrongValueError(problem, name=name, meant=meant, formats=", ".join(FORMATS))
        if has_file and not file:
            raise WrongValueError("no-file", wish=wish)
        wishes.append((name, Path(file) if has_file else None))
    files = [file for _, file in wishes if file is not None]
    if len(set(files)) < len(files):
        raise WrongValueError("one-file")
    if sum(file is None for _, file in wishes) > 1:
        raise WrongValueError("one-output")
    return tuple(wishes)


@click.command()
@click.option(
    "--format",
    "wishes",
    metavar="F[=FILE]",
    multiple=True,
    callback=_wishes,
    help=f"One of {', '.join(FORMATS)}; to standard output, or to FILE. Several are possible. Default: text.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--select", metavar="R", multiple=True, callback=_rules, help="Report only this rule or group.")
@click.option("--ignore", metavar="R", multiple=True, callback=_rules, help="Do not report this rule or group.")
@click.option("--revision", metavar="REV", help="Check the playbook as it was at a git revision.")
@settings_options
@click.pass_obj
def command(
    settings: Settings, wishes: tuple[Wish, ...], strict: bool, select: Rules, ignore: Rules, revision: str | None
) -> None:
    """Prove the playbook consistent. Quiet when fine; exit status 1 when errors are found.

    Example: alarmplan check --format text --format sarif=found.sarif
    """
    gc.disable()  # the process is short, and its many small objects all live to its end
    checked = _filtered(settings.check(revision), select, ignore)
    report = report_on(checked, settings.language, settings.as_of, strict=strict)
    for name, file in wishes:
        _deliver(report, name, file)
    if report.failed:
        settings.end(checked)


def _filtered(checked: Checked, select: Rules, ignore: Rules) -> Checked:
    def wanted(rule: str) -> bool:
        return (not select or rule in select) and rule not in ignore

    kept = tuple(finding for finding in checked.findings if wanted(finding.rule))
    return replace(checked, findings=kept, waiting=frozenset(filter(wanted, checked.waiting)))


def _deliver(report: Report, name: str, file: Path | None) -> None:
    if file is not None:
        from alarmplan.outputs import OutputError
        from alarmplan.outputs.report import write_report

        try:
            write_report(FORMATS[name](report), file)
        except OutputError as error:
            raise WrongUseError(error) from None
    elif name == "text":
        click.echo(text.write(report, colour=wants_colour()), nl=False)
    else:
        click.echo(FORMATS[name](report), nl=False)
