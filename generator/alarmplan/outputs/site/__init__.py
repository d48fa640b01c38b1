"""The site: one MkDocs build per language, and a first page that offers them."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from alarmplan.model.trouble import CallerError
from alarmplan.pipeline import Edition
from alarmplan.render.words import words

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# Read by the theme at import: it would print an advertisement into every build.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

_DEFAULTS: dict[str, Any] = {
    "site_name": "Alarmplan",
    "theme": {"name": "material"},
    "plugins": ["alarmplan"],
}


class SettingsError(CallerError):
    """The user's mkdocs.yml cannot be used."""


class SiteError(Exception):
    """MkDocs refused what we gave it, which is our mistake; the message holds all it said."""


def build_language(edition: Edition, languages: Sequence[str], site_dir: Path, config_file: Path | None) -> None:
    """Builds the site of one language into `site_dir`.

    `config_file` is the user's mkdocs.yml, if there is one. Warnings count as errors: a dead link
    would be ours.

    Raises:
        SettingsError, SiteError
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    from alarmplan.outputs.site.plugin import AlarmplanPlugin

    log = _Recorder()
    with log, tempfile.TemporaryDirectory() as work:
        config = _load_config(Path(work), site_dir, config_file, log)
        plugin = config.plugins.get("alarmplan")
        if not isinstance(plugin, AlarmplanPlugin):
            raise SettingsError("no-plugin", path=config_file)
        plugin.pages, plugin.language, plugin.languages = edition.pages, edition.language, languages
        plugin.driven = True
        try:
            config.plugins.run_event("startup", command="build", dirty=False)
            build(config)
            config.plugins.run_event("shutdown")
        except (MkDocsException, SystemExit) as error:  # its own abort is both
            raise SiteError("\n".join([*log.said, str(error)]).strip()) from None
    if log.said:
        raise SiteError("\n".join(log.said))


def _load_config(work: Path, site_dir: Path, config_file: Path | None, log: _Recorder) -> MkDocsConfig:
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    docs_dir = work / "docs"  # every page comes from the edition: MkDocs gets an empty folder
    docs_dir.mkdir()
    # Told of no file, MkDocs would take one that happens to lie in the current folder.
    settings = config_file or work / "mkdocs.yml"
    if config_file is None:
        settings.write_text(json.dumps(_DEFAULTS), "utf-8")
    try:
        return load_config(str(settings), site_dir=str(site_dir), docs_dir=str(docs_dir))
    except (MkDocsException, SystemExit) as error:
        raise SettingsError("mkdocs", reason="\n".join([*log.said, str(error)]).strip()) from None


class _Recorder(logging.Handler):
    """Collects what MkDocs warns of, instead of printing its progress."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())

    def __enter__(self) -> Self:
        log = logging.getLogger("mkdocs")
        self._before = (log.level, log.propagate, log.handlers)
        log.handlers, log.propagate = [self], False
        log.setLevel(logging.WARNING)
        return self

    def __exit__(self, *_: object) -> None:
        log = logging.getLogger("mkdocs")
        level, log.propagate, log.handlers = self._before
        log.setLevel(level)


def first_page(title: str, languages: Sequence[str]) -> str:
    """`index.html` of the whole site: every language as a link, each in its own words."""
    links = "".join(
        f'<li><a lang="{language}" hreflang="{language}" href="{language}/index.html">'
        f"{escape(words(language)['language_name'])}: {escape(words(language)['start'])}</a></li>"
        for language in languages
    )
    name = escape(title)
    return (
        f'<!doctype html>\n<html lang="{languages[0]}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
        "style-src 'self'; base-uri 'none'; form-action 'none'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{name}</title>"
        f'<link rel="stylesheet" href="{languages[0]}/assets/alarmplan/choose.css">'
        f'<script src="{languages[0]}/assets/alarmplan/choose.js" data-languages="{" ".join(languages)}"></script>'
        f"</head><body><main><h1>{name}</h1><ul>{links}</ul></main></body></html>\n"
    )
