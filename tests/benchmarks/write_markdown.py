"""Writes the pages of a playbook and a mkdocs.yml for plain MkDocs: the peer of our build.

python tests/benchmarks/write_markdown.py PLAYBOOK DIR prints the number of pages.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config

from alarmplan.as_of import default_as_of
from alarmplan.outputs.site import config as ours
from alarmplan.pipeline import check, render_editions
from alarmplan.render.words import words
from alarmplan.sources.folder import read_folder


def main(playbook: Path, directory: Path) -> None:
    checked = check(read_folder(playbook, "playbook"), default_as_of())
    assert checked.playbook is not None
    edition = render_editions(checked.playbook, default_as_of())[0]
    docs = directory / "docs"
    for page in edition.pages:
        target = docs / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.markdown(), "utf-8")
    assets = Path(ours.__file__).parent / "assets"
    for name in ours.ASSETS:
        (docs / "assets" / "alarmplan").mkdir(parents=True, exist_ok=True)
        shutil.copy(assets / name, docs / "assets" / "alarmplan" / name)
    settings = plain_settings(
        docs, edition.language, [page.path for page in edition.pages if page.section is None]
    )
    settings["nav"] = ours.navigation(edition.pages)
    (directory / "mkdocs.yml").write_text(yaml.dump(plain(settings), allow_unicode=True, sort_keys=False), "utf-8")
    print(len(edition.pages))


def plain_settings(docs: Path, language: str, not_in_nav: list[str]) -> dict[str, Any]:
    """What our plugin sets, as a user of plain MkDocs would write it down."""
    config = load_config(site_name="Alarmplan", theme={"name": "material"}, plugins=[], docs_dir=str(docs))
    ours.apply_base(config, language, words(language))
    theme: Any = config.theme
    names = ("language", "font", "features", "palette")
    extensions = [
        {name: {key: value for key, value in config.mdx_configs.get(name, {}).items() if key != "slugify"}}
        for name in config.markdown_extensions
    ]
    return {
        "site_name": "Alarmplan",
        "theme": {"name": "material", **{name: theme[name] for name in names}},
        "use_directory_urls": False,
        "markdown_extensions": extensions,
        "plugins": [{"search": {"lang": ["en"], "pipeline": []}}],
        "extra": {"generator": False},
        "extra_css": ["assets/alarmplan/site.css"],
        "extra_javascript": ["assets/alarmplan/site.js"],
        "exclude_docs": "",  # by default MkDocs leaves out /templates/
        "not_in_nav": "\n".join(not_in_nav),
    }


def plain(value: Any) -> Any:
    """Without the subclasses of str that YAML would mark."""
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
