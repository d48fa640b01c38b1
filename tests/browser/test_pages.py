"""The pages by themselves: they open in silence, fit a small phone, and can be read without scripts.

A kind of page is one template, so one page of each kind is opened (`KINDS`; axe opens them once more, in both
languages). What may differ from page to page is found for every page: its width here, its links, headings and
security policy without a browser in tests/test_site.py.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from alarmplan.render import pages as page_kinds
from tests.browser.reader import KINDS, LANGUAGES, PHONE, SMALL_PHONE, Hire, served, telling_pages

SHIPPED = Path(__file__).parents[2] / "playbook"

WIDTH = "document.documentElement.scrollWidth"

# Shows one page after the other without opening it, which takes a twentieth of the time.
WIDTHS = """async paths => {
  const widths = {}
  for (const path of paths) {
    const answer = await fetch(path)
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    document.body.replaceWith(page.body)
    widths[path] = document.documentElement.scrollWidth
  }
  return widths
}"""


def test_each_kind_of_page_is_looked_at(site: Path) -> None:
    folder = Path(page_kinds.__file__).parent
    assert set(KINDS) == {path.parent.name for path in folder.glob("*/__init__.py")}
    assert [path for path in KINDS.values() if not (site / "de" / path).is_file()] == []


def test_each_kind_of_page_is_quiet_and_fits_a_small_phone(site: Path, hire: Hire) -> None:
    """From a server, in English. From a folder, and in both languages, axe's walk hears what a page says."""
    too_wide = []
    with served(site) as base:
        reader = hire(base, viewport=SMALL_PHONE)
        for path in KINDS.values():
            page = reader.open(f"en/{path}")
            expect(page.locator("h1")).to_have_count(1)
            if (width := page.evaluate(WIDTH)) > SMALL_PHONE["width"]:
                too_wide.append(f"{path}: {width} px")
    assert too_wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_a_small_phone(language: str, site: Path, hire: Hire) -> None:
    with served(site) as base:
        page = hire(base, viewport=SMALL_PHONE).open(f"{language}/index.html")
        paths = [f"/{path}" for path in telling_pages(site, language)]
        widths = page.evaluate(WIDTHS, paths)
        expect(page.locator("h1")).to_have_count(1)  # the last page is there
    assert len(widths) == len(paths) > 30
    assert {path: width for path, width in widths.items() if width > SMALL_PHONE["width"]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_on_the_start_page_can_be_called(language: str, files: str, hire: Hire) -> None:
    page = hire(files, viewport=PHONE).open(f"{language}/index.html")
    links = page.locator("article a[href^='tel:']").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), link.textContent])"
    )
    roles = [yaml.safe_load(path.read_text("utf-8")) for path in (SHIPPED / "roles").glob("*.yaml")]
    contacts = {way["contact"] for role in roles for way in role["reachable"]}
    assert len(links) >= page.locator("article h3").count() > 0
    for href, text in links:
        assert text in contacts
        assert href == "tel:" + re.sub(r"[^+\d]", "", text)


UNFOLDED = """article => {
  article.querySelectorAll("details").forEach(folded => { folded.open = true })
  return article.innerText.length / article.textContent.length
}"""


def test_without_scripts_all_is_readable(files: str, hire: Hire) -> None:
    reader = hire(files, viewport=PHONE, java_script_enabled=False)
    for path in KINDS.values():
        page = reader.open(f"de/{path}")
        expect(page.locator("h1")).to_be_in_viewport()
        shown = page.locator("article").evaluate(UNFOLDED)  # readers unfold without scripts
        assert shown > 0.7, path
        assert page.locator(".ap-js:visible").count() == 0, path


def test_without_scripts_the_start_page_leads_on(files: str, hire: Hire) -> None:
    reader = hire(files, viewport=PHONE, java_script_enabled=False)
    page = reader.open("de/index.html")
    hrefs = "links => [...new Set(links.map(link => link.href))].filter(href => !href.startsWith('tel:'))"
    targets = page.locator("article a:not(.headerlink)").evaluate_all(hrefs)
    assert len(targets) > 5
    for target in targets:
        page.goto(target)
        expect(page.locator("h1")).to_be_visible()
        anchor = target.partition("#")[2]
        assert not anchor or page.locator(f"[id='{anchor}']").count() == 1, target
    reader.open("de/index.html")
    page.locator("label[for=__drawer].md-header__button").click()
    page.locator(".md-sidebar--primary a", has_text="Rollen").click()
    page.wait_for_url(f"{files}/de/roles.html")
