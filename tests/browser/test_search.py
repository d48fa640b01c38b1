"""The search finds what is meant, however it is typed, and leads there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import DESK, Hire

QUERIES = {
    "de": {
        "Stoerung": "störung",
        "Storung": "störung",
        "störu": "störu",
        "geschaftsf": "geschäftsf",
        "Störung": "störung",
    },
    "en": {"incid": "incid", "handover": "handover"},
}


@pytest.mark.parametrize("language", QUERIES)
def test_search_finds_and_leads_there(base: str, language: str, hire: Hire) -> None:
    """One query after the other, since making the index takes the browser longest; the last result is followed."""
    reader = hire(base, viewport=DESK)
    page = reader.open(f"{language}/upkeep.html")
    reader.search("xyzzyplugh")
    nothing = {"de": "keine suchergebnisse", "en": "no matching"}[language]
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(nothing, re.IGNORECASE))
    expect(page.locator(".md-search-result__list > li")).to_have_count(0)
    for query, found in QUERIES[language].items():
        reader.search_again(query)
        hit = page.locator(".md-search-result__list > li a").first
        expect(hit).to_contain_text(re.compile(found, re.IGNORECASE))
    hit.click()
    page.wait_for_url(re.compile(r"\?h="))
    assert found in page.locator("article").inner_text().lower()
