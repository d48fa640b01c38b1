"""Jinja templates whose output is escaped unless it is Markdown of ours; a missing name is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from alarmplan.render.markdown import Markdown, escape


def _finalize(value: object) -> str:
    if isinstance(value, Markdown):
        return value
    if isinstance(value, str | int):
        return escape(str(value))
    raise TypeError(f"a template prints a {type(value).__name__}")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("alarmplan.render", "pages"),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,  # noqa: S701 # the pages are Markdown; `finalize` escapes for Markdown and HTML alike
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def template(name: str) -> Template:
    """The template `pages/<name>/page.md`."""
    return _environment().get_template(f"{name}/page.md")
