"""The configuration every site has; a user's mkdocs.yml holds only what differs."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify_unicode
from markupsafe import Markup
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from alarmplan.render.page import Page
from alarmplan.render.words import Words

_HERE = Path(__file__).parent
ASSETS = ("choose.css", "choose.js", "offline-search.js", "site.css", "site.js")

_FEATURES = (
    "navigation.prune",  # without it every page carries the whole navigation
    "navigation.top",
    "navigation.footer",
    "navigation.sections",
    "toc.follow",
    "search.highlight",
    "search.suggest",
    "content.code.copy",
)
_PALETTE = (
    ("system", "(prefers-color-scheme)", None, "material/brightness-auto"),
    ("light", "(prefers-color-scheme: light)", "default", "material/weather-sunny"),
    ("dark", "(prefers-color-scheme: dark)", "slate", "material/weather-night"),
)
# No language packs: with an empty pipeline the search needs none of their scripts and drops no word.
_SEARCH: dict[str, Any] = {
    "lang": ["en"],
    "pipeline": [],
    "separator": r"[\s\-,.;:!?()/„“”\"]+",
    "fields": {
        "title": {"boost": 1000.0},
        "text": {"boost": 1.0},
        "tags": {"boost": 1000000.0},
        "folded_title": {"boost": 500.0},
        "folded_text": {"boost": 0.5},
    },
}


def apply_base(config: MkDocsConfig, language: str, words: Words) -> None:
    """Sets everything that makes a site private, offline and accessible, whatever the user's file says."""
    theme: Any = config.theme  # behaves like a dict, which its class does not say
    theme["language"] = language
    theme["font"] = False  # system fonts: a web font would be a request to somewhere else
    theme["features"] = list(_FEATURES)
    theme["palette"] = [_palette(words, *entry) for entry in _PALETTE]
    theme.dirs.insert(0, str(_HERE / "templates"))
    theme.static_templates = set()  # no 404 page and no sitemap: both know only absolute addresses
    config.site_name = Markup(escape(config.site_name))  # the theme prints it as HTML
    config.use_directory_urls = False
    config.markdown_extensions = ["abbr", "attr_list", "tables", "toc"]
    config.mdx_configs = {
        "tables": {"use_align_attribute": True},  # a style attribute would break the security policy
        "toc": {"permalink": True, "permalink_title": words["permalink"], "slugify": slugify_unicode},
    }
    config.extra["generator"] = False
    config.extra["polyfills"] = ["assets/alarmplan/offline-search.js"]
    config.extra_css = ["assets/alarmplan/site.css", *config.extra_css]
    config.extra_javascript = ["assets/alarmplan/site.js", *config.extra_javascript]
    for link in ("not_found", "absolute_links", "unrecognized_links", "anchors"):
        config.validation.links[link] = logging.WARNING


def search_plugin(config: MkDocsConfig) -> SearchPlugin:
    """The theme's search, which users need not list."""
    plugin = SearchPlugin()
    errors, warnings = plugin.load_config(dict(_SEARCH), config_file_path=config.config_file_path)
    if errors or warnings:
        raise PluginError(f"the search refuses its options: {errors} {warnings}")
    config.plugins["material/search"] = plugin
    return plugin


def navigation(pages: Sequence[Page]) -> list[dict[str, Any]]:
    """The pages that have a section, grouped by it, in reading order. Titles are HTML to the theme."""
    grouped: dict[str, list[dict[str, str]]] = {}
    for page in pages:
        if page.section is not None:
            grouped.setdefault(page.section, []).append({Markup(escape(page.title)): page.path})
    top = grouped.pop("", [])
    sections: list[dict[str, Any]] = [{Markup(escape(name)): entries} for name, entries in grouped.items()]
    return [*top, *sections]


def _palette(words: Words, name: str, media: str, scheme: str | None, icon: str) -> dict[str, Any]:
    toggle = {"icon": icon, "name": words[f"colours_{name}"]}
    colours = {"media": media, "primary": "indigo", "accent": "indigo", "toggle": toggle}
    return colours | ({"scheme": scheme} if scheme else {})
