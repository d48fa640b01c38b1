"""What bars somebody from reading, as far as axe finds it: pages of each kind, and what opens on them."""

from __future__ import annotations

import os
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.reader import DESK, KINDS, LEAF, PHONE, Hire

AXE = Axe()
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FORMS: dict[str, dict[str, Any]] = {
    "phone, light": {"viewport": PHONE, "color_scheme": "light", "has_touch": True},
    "desk, dark": {"viewport": DESK, "color_scheme": "dark"},
}
WHOLE = "WHOLE" in os.environ
SCHEMES = {"light": "default", "dark": "slate"}


def barriers(page: Page, where: str) -> list[str]:
    options = {
        "runOnly": AXE_RULES,
        "resultTypes": ["violations"],
        "preload": False,  # it would fetch the styles again
    }
    found = AXE.run(page, options=options).response
    return [
        f"{where}: {rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("language", "form"), [("de", "phone, light"), ("en", "desk, dark")])
def test_no_kind_of_page_has_barriers(language: str, form: str, files: str, hire: Hire) -> None:
    """Each kind of page in one of two walks: German on a phone in light colours, English on a desk in dark ones.

    `make barriers` has both walks go to every kind.
    """
    reader = hire(files, **FORMS[form])
    scheme = SCHEMES[FORMS[form]["color_scheme"]]
    found: list[str] = []
    first = list(FORMS).index(form)
    for path in list(KINDS.values())[None if WHOLE else first :: 1 if WHOLE else 2]:
        page = reader.open(f"{language}/{path}")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        found += barriers(page, path)
    assert found == []


@pytest.mark.parametrize("form", FORMS)
def test_what_opens_has_no_barriers(form: str, files: str, hire: Hire) -> None:
    reader = hire(files, **FORMS[form])
    page = reader.open(f"de/{LEAF}")
    reader.search("störung")
    expect(page.locator(".md-search-result__list > li").first).to_be_visible()
    found = barriers(page, "search")
    reader.open(f"de/{LEAF}")
    page.locator(".md-select button").focus()
    expect(page.locator(".md-select a").first).to_be_visible()
    found += barriers(page, "languages")
    if page.locator("button.ap-drawer").is_visible():
        page.mouse.click(5, 400)
        page.locator("button.ap-drawer").click()
        expect(page.locator(".md-sidebar--primary")).to_be_visible()
        page.wait_for_timeout(400)  # the theme slides it in
        found += barriers(page, "menu")
    first = reader.open("index.html") if "phone" in form else hire(files, locale="fr").open("index.html")
    found += barriers(first, "first page")
    assert found == []
