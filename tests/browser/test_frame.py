"""What stands around every page: the first page, the languages, the colours, the keys."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import DESK, LANGUAGES, LEAF, OTHER, PHONE, Hire


def test_the_language_switch_stays_on_the_page(base: str, hire: Hire) -> None:
    """There and back."""
    page = hire(base, viewport=PHONE).open(f"de/{LEAF}")
    for language in ("en", "de"):
        page.locator(".md-select button").focus()
        page.locator(f".md-select a[hreflang={language}]").click()
        page.wait_for_url(f"{base}/{language}/{LEAF}")
        expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize(("locale", "wanted"), [("de-AT", "de"), ("en-US", "en")])
def test_the_first_page_goes_to_the_readers_language_once(base: str, locale: str, wanted: str, hire: Hire) -> None:
    reader = hire(base, locale=locale)
    page = reader.page
    page.goto(f"{base}/index.html", wait_until="commit")
    page.wait_for_url(f"{base}/{wanted}/index.html")
    reader.open("index.html")
    assert page.url == f"{base}/index.html"
    page.locator(f"a[hreflang={OTHER[wanted]}]").click()
    page.wait_for_url(f"{base}/{OTHER[wanted]}/index.html")


@pytest.mark.parametrize("profile", [{"locale": "fr-FR"}, {"locale": "de-DE", "java_script_enabled": False}])
def test_the_first_page_offers_every_language(base: str, profile: dict[str, Any], hire: Hire) -> None:
    page = hire(base, **profile).open("index.html")
    assert page.url == f"{base}/index.html"
    for language in LANGUAGES:
        link = page.locator(f"a[lang={language}]")
        expect(link).to_be_visible()
        expect(link).to_have_attribute("href", f"{language}/index.html")


@pytest.mark.parametrize(("wish", "scheme"), [("light", "default"), ("dark", "slate")])
def test_colours_follow_the_system(files: str, wish: str, scheme: str, hire: Hire) -> None:
    page = hire(files, color_scheme=wish).open(f"de/{LEAF}")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    channels = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor.match(/[\\d.]+/g)")
    brightness = sum(float(channel) for channel in channels[:3]) / 3
    assert (brightness < 128) is (wish == "dark")


def test_chosen_colours_are_kept(base: str, hire: Hire) -> None:
    reader = hire(base, viewport=DESK, color_scheme="dark")
    page = reader.open("de/index.html")
    page.locator("form[data-md-component=palette] label:not([hidden])").click()  # from system to light
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    reader.open(f"de/{LEAF}")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def focused(page: Page) -> str:
    """What has the focus, in a few words: its classes and name."""
    words: str = page.evaluate(
        "(e => `${e.tagName} ${e.getAttribute('class')} ${e.getAttribute('aria-label')}`)(document.activeElement)"
    )
    return words


def tab_to(page: Page, part: str, at_most: int = 12) -> None:
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if part in focused(page):
            return
    pytest.fail(f"{at_most} times Tab do not reach {part}, but {focused(page)}")


def test_the_keyboard_opens_everything_on_a_phone(files: str, hire: Hire) -> None:
    page = hire(files, viewport=PHONE).open(f"de/{LEAF}")
    tab_to(page, "md-skip", 1)
    expect(page.locator(".md-skip")).to_be_in_viewport()
    tab_to(page, "ap-drawer")
    menu = page.locator("button.ap-drawer")
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a", has_text="Rollen")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "false")
    tab_to(page, "ap-search")
    page.keyboard.press("Enter")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("störung")
    expect(page.locator(".md-search-result__list > li").first).to_be_visible()


def test_the_skip_link_leads_to_the_content(files: str, hire: Hire) -> None:
    page = hire(files, viewport=DESK).open(f"de/{LEAF}")
    tab_to(page, "md-skip", 1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_on_a_desk_tab_reaches_the_search(files: str, hire: Hire) -> None:
    page = hire(files, viewport=DESK).open(f"en/{LEAF}")
    tab_to(page, "md-search__input")
