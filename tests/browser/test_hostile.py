"""Authored text stays text: in pages, in titles, in the search and in what is searched for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from alarmplan.model.inline import paragraphs, parse_inline
from tests.browser.reader import DESK, KINDS, LANGUAGES, WAYS, Hire, address, pages_of, telling_pages
from tests.conftest import UNJUDGED, Run

SHIPPED = Path(__file__).parents[2] / "playbook"

# Authored text that would like to be more than text.
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "{{ 7*7 }} {% raw %} {# x #}",
    "# x {: onclick=alert(1) }",
    "x{: onclick=alert(1) #x .y }",
    "[x](javascript:alert(1))",
    "![a](https://evil.example.com/x.png)",
    "[TOC]",
    "| a | b |",
    "&lt;b&gt; &amp; &copy; &#60;i&#62;",
    "``` `x` ~~~ ```",
    "- [ ] x",
    "1. :smile: ~~x~~ ==x== ^x^ --8<-- 'x'",
    "*[abbr]: x",
    "<!-- x -->",
    "</script></style></pre></code><svg onload=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover='alert(1)",
    "[x]: https://evil.example.com 'x'",
    "<https://evil.example.com> https://evil.example.com",
    "[^1]: x[^1]",
    "__x__ _y_ \\* $x$ ${X} \\u003cb\\u003e",
    "!!! note",
    "=== x",
    "+++ ---",
    "wzxhzdk:0 klzzwxh:0",
    "Ä <b>x</b> & <i>y</i>",
)


class Hostility:
    """Lays hostile text over a document; remembers what it wrote, per language."""

    def __init__(self) -> None:
        self.written: dict[str, list[str]] = {language: [] for language in LANGUAGES}
        self._words = cycle(HOSTILE)
        self._number = 0

    def text(self) -> dict[str, str]:
        self._number += 1
        word = next(self._words)
        # Some are syntax only where they stand alone, so every second does; the words are odd in number.
        texts = {
            language: word if self._number % 2 else f"{word} {language}{self._number}" for language in LANGUAGES
        }
        for language, text in texts.items():
            self.written[language].append(text)
        return texts

    def over(self, value: Any, key: str = "") -> Any:
        if key == "contact" and not str(value).replace(" ", "").isdigit():
            return self.text()
        if isinstance(value, dict):
            if set(value) == set(LANGUAGES):
                return self.text()
            return {key: self.over(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.over(inner) for inner in value]
        return value


@pytest.fixture(scope="module")
def hostility() -> Hostility:
    return Hostility()


@pytest.fixture(scope="module")
def hostile_site(hostility: Hostility, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped playbook with hostile text in every place that takes text."""
    folder = tmp_path_factory.mktemp("hostile")
    for path in sorted(SHIPPED.rglob("*.yaml")):
        copy = folder / "playbook" / path.relative_to(SHIPPED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        document = hostility.over(yaml.safe_load(path.read_text("utf-8")))
        if document["kind"] == "organisation":
            document["checks"] = UNJUDGED
        copy.write_text(json.dumps(document, ensure_ascii=False, default=str), "utf-8")
    done = run("-C", folder, "build", "--no-sheets")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(params=WAYS)
def hostile_base(request: pytest.FixtureRequest, hostile_site: Path) -> Iterator[str]:
    yield from address(request.param, hostile_site)


def variants(text: str) -> set[str]:
    """How a text may appear: as a label as it is, as prose with its few marks understood."""
    prose = " ".join("".join(span.text for span in parse_inline(part)) for part in paragraphs(text))
    return {squeezed(text), squeezed(prose)}


def squeezed(text: str) -> str:
    return " ".join(text.split())


# Whatever authored text must never become: handlers, scripts, foreign content, markup it does not have.
FOUND = """document => {
  const active = ({ name, value }) => /^on/i.test(name) || /^\\s*javascript:/i.test(value)
    || (/^(src|data|action)$/.test(name) && /evil|^x$/.test(value))
  const struck = ".md-search-result__terms del"  // the words that a result lacks, as the theme shows them
  const inert = "script, img, iframe, style, details:not(.ap-used), .admonition, .toc, del, b, i"
  return [
    ...[...document.querySelectorAll("*")].filter(element => [...element.attributes].some(active)),
    ...[...document.scripts].filter(script => script.text.includes("alert(1)") && script.id !== "__config"),
    ...document.querySelectorAll(`article :is(${inert}):not(${struck})`),
  ].map(element => element.outerHTML.slice(0, 200))
}"""
LIVE = f"() => ({FOUND})(document)"
# Pages as the browser parses them, without showing each: what they hold that is alive, and what they say.
PARSED = f"""paths => Promise.all(paths.map(async path => {{
  const text = await (await fetch(path)).text()
  const page = new DOMParser().parseFromString(text, "text/html")
  return [({FOUND})(page), page.querySelector("article").textContent]
}}))"""


def titles(site: Path, language: str) -> dict[str, str]:
    """What the roles are called, by the path of their page."""
    documents = (site.parent / "playbook" / "roles").glob("*.yaml")
    return {
        f"{language}/roles/{path.stem}.html": json.loads(path.read_text("utf-8"))["title"][language]
        for path in sorted(documents)
    }


@pytest.mark.parametrize("hostile_base", ["http"], indirect=True)
def test_hostile_text_stays_text(hostile_base: str, hostile_site: Path, hostility: Hostility, hire: Hire) -> None:
    """In every page and in the titles of the roles; nothing that was written is lost."""
    wrong: list[str] = []
    reader = hire(hostile_base, viewport=DESK)
    called = titles(hostile_site, "en")
    for path in sorted({*called, *(f"en/{path}" for path in KINDS.values())} & set(pages_of(hostile_site, "en"))):
        page = reader.open(path)
        wrong += [f"{path}: {found}" for found in page.evaluate(LIVE)]
        if path in called:
            wrong += [f"{path}: {part}" for part in mistitled(page, called[path])]
    paths = telling_pages(hostile_site, "en")
    parsed = reader.open("en/index.html").evaluate(PARSED, [f"/{path}" for path in paths])
    wrong += [f"{path}: {found}" for path, (live, _) in zip(paths, parsed, strict=True) for found in live]
    assert wrong == []
    everything = "\n".join(squeezed(text) for _, text in parsed)
    lost = [text for text in hostility.written["en"] if not any(form in everything for form in variants(text))]
    assert lost == []


def mistitled(page: Page, title: str) -> list[str]:
    """The parts of a page that say another title."""
    permalink = "h1 => h1.firstChild.textContent"
    parts = {
        "heading": page.locator("h1").evaluate(permalink),
        "title": page.title().removesuffix(" – Alarmplan"),
        "header": page.locator("[data-md-component=header-topic] .md-ellipsis").last.text_content() or "",
    }
    return [f"{part}: {text}" for part, text in parts.items() if squeezed(text) != squeezed(title)]


def test_hostile_text_stays_text_in_search(hostile_base: str, hostile_site: Path, hire: Hire) -> None:
    """Results show each hostile title as it was written, and each leads to its page; the last one is followed."""
    called = {path: title for path, title in titles(hostile_site, "de").items() if re.search(r" de\d+$", title)}
    assert len(called) > 3
    reader = hire(hostile_base, viewport=DESK)
    page = reader.open("de/upkeep.html")
    reader.search("xyzzyplugh")
    for path, title in called.items():
        reader.search_again(title.split()[-1])
        hit = page.locator(f".md-search-result__list a[href*='{path}']").first
        expect(hit.locator("h1")).to_have_text(squeezed(title))
        assert page.evaluate(LIVE) == []
    hit.click()
    page.wait_for_url(re.compile(re.escape(path)))


def test_hostile_queries_stay_text(files: str, hire: Hire) -> None:
    reader = hire(files, viewport=DESK)
    page = reader.open("de/index.html")
    reader.search("xyzzyplugh")
    meta = page.locator(".md-search-result__meta")
    for query in HOSTILE[:2]:
        reader.search_again(query)
        expect(meta).to_have_text(re.compile("Suchergebnis"))
        assert page.evaluate(LIVE) == []
    reader.open("de/index.html?h=%3Cimg%20src=x%20onerror=alert(1)%3E")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LIVE) == []
