"""The MkDocs plugin: a thin shell that hands rendered pages to MkDocs."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage

from alarmplan.as_of import default_as_of
from alarmplan.model.source import Source
from alarmplan.outputs import OutputError
from alarmplan.outputs.schema_file import refresh_schema
from alarmplan.outputs.site.config import ASSETS, apply_base, navigation, search_plugin
from alarmplan.outputs.site.marks import first_marks
from alarmplan.outputs.site.markup import mend, secure
from alarmplan.outputs.site.search import add_foldings, write_index_script
from alarmplan.pipeline import check, render_editions
from alarmplan.render.page import Page
from alarmplan.render.words import languages, words
from alarmplan.report.formats import text
from alarmplan.report.report import report_on
from alarmplan.report.texts import trouble
from alarmplan.sources import SourceError
from alarmplan.sources.folder import read_folder

_log = get_plugin_logger("alarmplan")
_HERE = Path(__file__).parent
_UNUSED = ("assets/javascripts/lunr/",)


class AlarmplanConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """Options in mkdocs.yml. `language` defaults to the first of the organisation."""

    language = config_options.Optional(config_options.Choice(languages()))


class AlarmplanPlugin(BasePlugin[AlarmplanConfig]):  # type: ignore[no-untyped-call] # likewise
    """One language of a playbook as a MkDocs site.

    `alarmplan build` sets `pages`, `language` and `languages`; under plain MkDocs they come from the
    playbook beside mkdocs.yml.
    """

    def __init__(self) -> None:
        self.pages: Sequence[Page] = ()
        self.language = "en"
        self.languages: Sequence[str] = ()
        self.driven = False
        self.command: str = "build"

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.command = command

    @event_priority(100)  # before the search plugin, which we add
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not self.driven:
            self._read_playbook(config)
            if Path(config.site_dir).name == "site":  # MkDocs would wipe what `alarmplan build` made
                config.site_dir = str(Path(config.site_dir).with_name("preview"))
        apply_base(config, self.language, words(self.language))
        self._search = search_plugin(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Ours instead of what lies in the docs folder, which is YAML."""
        docs = Path(config.docs_dir)
        for file in list(files):
            inside = file.abs_src_path is not None and docs in Path(file.abs_src_path).parents
            if inside or file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map") or _needs_root(file):
                files.remove(file)
        for page in self.pages:
            inclusion = InclusionLevel.INCLUDED if page.section is not None else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown(), inclusion=inclusion))
        for name in ASSETS:
            source = str(_HERE / "assets" / name)
            files.append(File.generated(config, f"assets/alarmplan/{name}", abs_src_path=source))
        config.nav = navigation(self.pages)
        return files

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        return first_marks(html)

    def on_page_context(self, context: Any, *, page: SitePage, config: MkDocsConfig, nav: Any) -> Any:
        """The same page in the other languages, as relative links."""
        if self.driven:
            config.extra["alternate"] = [
                {
                    "name": words(language)["language_name"],
                    "lang": language,
                    "link": f"../{language}/{page.file.url}",
                }
                for language in self.languages
            ]
        return context

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        mended = mend(output, words(self.language))
        # Live reload works by an inline script that MkDocs adds later.
        return mended if self.command == "serve" else secure(mended, page.file.src_uri)

    @event_priority(100)  # before the search plugin writes its index
    def _fold_search(self, *, config: MkDocsConfig) -> None:
        for entry in self._search.search_index.entries:
            add_foldings(entry)

    @event_priority(-100)
    def _write_index_script(self, *, config: MkDocsConfig) -> None:
        write_index_script(Path(config.site_dir))

    on_post_build = CombinedEvent(_fold_search, _write_index_script)

    def _read_playbook(self, config: MkDocsConfig) -> None:
        """Under plain MkDocs: the playbook beside mkdocs.yml, checked and rendered in one language."""
        try:
            as_of = default_as_of()
            checked = check(read_folder(Path(config.docs_dir), Path(config.docs_dir).name), as_of)
        except SourceError as error:
            raise PluginError(trouble(error, "en")) from None
        if self.command == "serve":
            _refresh_schema(Path(config.config_file_path).parent, checked.source)
        playbook = checked.playbook
        self.language = self.config.language or (playbook.languages[0] if playbook else "en")
        findings = text.write(report_on(checked, self.language, as_of))
        if playbook is not None and checked.passed:
            if findings:
                _log.warning(findings)
            editions = {
                edition.language: edition for edition in render_editions(playbook, as_of, with_sheets=False)
            }
            if self.language not in editions:
                raise PluginError(f"language {self.language}: the playbook has {', '.join(editions)}")
            self.pages = editions[self.language].pages
        elif self.command == "serve":  # an exception would leave every request hanging
            _log.error(findings)
            self.pages = (_error_page(findings),)
        else:
            raise PluginError(findings)


def _refresh_schema(folder: Path, source: Source) -> None:
    try:
        refresh_schema(folder, source)
    except OutputError as error:  # the preview goes on without
        _log.warning(trouble(error, "en"))


def _needs_root(file: File) -> bool:
    """Files that know only absolute addresses."""
    return file.src_uri in ("404.html", "sitemap.xml")


def _error_page(text: str) -> Page:
    return Page("index.md", "Alarmplan", f"<pre><code>{escape(text)}</code></pre>", section="")
