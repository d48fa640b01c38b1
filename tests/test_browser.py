"""The built site as readers meet it: in Chromium, over http and from file://, on a phone and on a desk.

Every reader here is watched: a message on the console, an error, a dialog, a request that leaves the site
or a violation of its security policy fails the test, whatever the test was about.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, expect, sync_playwright

from alarmplan.model.inline import paragraphs, parse_inline
from alarmplan.render import pages as page_kinds

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
LANGUAGES = ("de", "en")
OTHER = {"de": "en", "en": "de"}
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
SHIPPED = Path(__file__).parents[1] / "playbook"

# One page of each kind, by its folder in render/pages.
KINDS = {
    "audiences": "audiences.html",
    "chain": "chains/it-incident.html",
    "chains": "chains.html",
    "channels": "channels.html",
    "checklist": "checklists/first-hour.html",
    "checklists": "checklists.html",
    "communication": "communication.html",
    "decisions": "decisions.html",
    "information_package": "information-packages/standard.html",
    "information_packages": "information-packages.html",
    "kind": "reference/kind-chain.html",
    "kinds": "reference/kinds.html",
    "organisation": "organisation.html",
    "role": "roles/incident-manager.html",
    "roles": "roles.html",
    "rule": "reference/rule-yaml-tab.html",
    "rules": "reference/rules.html",
    "severity": "severity.html",
    "severity_matrix": "severity/it.html",
    "start": "index.html",
    "template": "templates/customer-initial.html",
    "templates": "templates.html",
    "triggers": "triggers.html",
    "upkeep": "upkeep.html",
}
LEAF = KINDS["role"]
SLOW = 30_000  # ms that a busy machine may take
expect.set_options(timeout=SLOW)
AXE = Axe()
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Reported through the console, which is watched.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", violation =>
  console.error("policy violated:", violation.violatedDirective, violation.blockedURI, violation.sample))
"""


class Reader:
    """Somebody with a fresh browser profile, and all that went wrong while reading."""

    def __init__(self, browser: Browser, base: str, **profile: Any) -> None:
        self.base = base
        self.wrong: list[str] = []
        self.context: BrowserContext = browser.new_context(reduced_motion="reduce", **profile)
        self.context.set_default_timeout(SLOW)
        self.context.add_init_script(REPORT_VIOLATIONS)
        self.context.on("console", lambda message: self.wrong.append(f"{message.type}: {message.text}"))
        self.context.on("weberror", lambda error: self.wrong.append(f"error: {error.error}"))
        self.context.on("request", lambda request: self._watch(request.url))
        self.context.on("requestfailed", self._failed)
        self.page: Page = self.context.new_page()
        self.page.on("dialog", self._dismiss)

    def _watch(self, url: str) -> None:
        if not url.startswith((f"{self.base}/", "data:")):
            self.wrong.append(f"request leaves the site: {url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader has gone on before all was there
            self.wrong.append(f"failed: {request.url}: {request.failure}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def search(self, text: str) -> None:
        """Types into the search, which on phones opens by a button."""
        button = self.page.locator("button.ap-search")
        opener = button if button.is_visible() else self.page.locator("[data-md-component=search-query]")
        opener.click()
        expect(self.page.locator("[data-md-component=search-query]")).to_be_focused()
        self.page.keyboard.type(text)


Hire = Callable[..., Reader]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        reason = f"NOT TESTED IN A BROWSER: none of {', '.join(PROGRAMS)} is installed; see tests/need-browser"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Nothing is reachable but this machine, whatever a page asks for.
    arguments = ["--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def address(way: str, folder: Path) -> Iterator[str]:
    if way == "file":
        yield folder.as_uri()
    else:
        with served(folder) as url:
            yield url


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site is read: from a server, and as a folder of files."""
    yield from address(request.param, site)


@pytest.fixture
def hire(browser: Browser) -> Iterator[Hire]:
    """Makes readers; none of them may have met anything wrong."""
    readers: list[Reader] = []

    def new(base: str, **profile: Any) -> Reader:
        readers.append(Reader(browser, base, **profile))
        return readers[-1]

    yield new
    for reader in readers:
        reader.context.close()
    assert [wrong for reader in readers for wrong in reader.wrong] == []


def pages_of(site: Path, language: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in (site / language).rglob("*.html"))


def test_each_kind_of_page_is_looked_at(site: Path) -> None:
    folder = Path(page_kinds.__file__).parent
    assert set(KINDS) == {path.parent.name for path in folder.glob("*/__init__.py")}
    assert [path for path in KINDS.values() if not (site / "de" / path).is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_quiet_and_fits_a_small_phone(base: str, language: str, site: Path, hire: Hire) -> None:
    reader = hire(base, viewport=SMALL_PHONE)
    kinds = [f"{language}/{path}" for path in KINDS.values()]
    too_wide = []
    for path in pages_of(site, language) if base.startswith("file:") else kinds:
        page = reader.open(path)
        expect(page.locator("h1")).to_have_count(1)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > SMALL_PHONE["width"]:
            too_wide.append(f"{path}: {width} px")
    assert too_wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_switch_stays_on_the_page(base: str, language: str, hire: Hire) -> None:
    reader = hire(base, viewport=PHONE)
    page = reader.open(f"{language}/{LEAF}")
    page.locator(".md-select button").focus()
    page.locator(f".md-select a[hreflang={OTHER[language]}]").click()
    page.wait_for_url(f"{base}/{OTHER[language]}/{LEAF}")
    expect(page.locator("html")).to_have_attribute("lang", OTHER[language])


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


@pytest.mark.parametrize(
    ("language", "query", "found"),
    [
        ("de", "Störung", "störung"),
        ("de", "Stoerung", "störung"),
        ("de", "Storung", "störung"),
        ("de", "störu", "störu"),
        ("de", "geschaftsf", "geschäftsf"),
        ("en", "handover", "handover"),
        ("en", "incid", "incid"),
    ],
)
def test_search_finds_and_leads_there(base: str, language: str, query: str, found: str, hire: Hire) -> None:
    reader = hire(base, viewport=DESK)
    page = reader.open(f"{language}/upkeep.html")
    reader.search(query)
    hit = page.locator(".md-search-result__list > li a").first
    expect(hit).to_contain_text(re.compile(found, re.IGNORECASE))
    hit.click()
    page.wait_for_url(re.compile(r"\?h="))
    assert found in page.locator("article").inner_text().lower()


def test_search_says_when_it_finds_nothing(base: str, hire: Hire) -> None:
    reader = hire(base, viewport=PHONE)
    page = reader.open("en/index.html")
    reader.search("xyzzyplugh")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("no matching", re.IGNORECASE))
    expect(page.locator(".md-search-result__list > li")).to_have_count(0)


@pytest.mark.parametrize(("wish", "scheme"), [("light", "default"), ("dark", "slate")])
def test_colours_follow_the_system(base: str, wish: str, scheme: str, hire: Hire) -> None:
    page = hire(base, color_scheme=wish).open(f"de/{LEAF}")
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


def barriers(page: Page, where: str, *, colours: bool = True) -> list[str]:
    options = {
        "runOnly": AXE_RULES,
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": colours}},
        "preload": False,  # it would fetch the styles again
    }
    found = AXE.run(page, options=options).response
    return [
        f"{where}: {rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]
    ]


FORMS: dict[str, dict[str, Any]] = {
    "phone, light": {"viewport": PHONE, "color_scheme": "light", "has_touch": True},
    "desk, dark": {"viewport": DESK, "color_scheme": "dark"},
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_barriers(form: str, language: str, site: Path, hire: Hire) -> None:
    reader = hire(site.as_uri(), **FORMS[form])
    found: list[str] = []
    for path in KINDS.values():
        page = reader.open(f"{language}/{path}")
        found += barriers(page, path, colours=language == "de")  # they are the same in every language, and slow
    assert found == []


@pytest.mark.parametrize("form", FORMS)
def test_what_opens_has_no_barriers(form: str, site: Path, hire: Hire) -> None:
    reader = hire(site.as_uri(), **FORMS[form])
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
    first = reader.open("index.html") if "phone" in form else hire(site.as_uri(), locale="fr").open("index.html")
    found += barriers(first, "first page")
    assert found == []


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


def test_the_keyboard_opens_everything_on_a_phone(base: str, hire: Hire) -> None:
    page = hire(base, viewport=PHONE).open(f"de/{LEAF}")
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


def test_the_skip_link_leads_to_the_content(base: str, hire: Hire) -> None:
    page = hire(base, viewport=DESK).open(f"de/{LEAF}")
    tab_to(page, "md-skip", 1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_on_a_desk_tab_reaches_the_search(base: str, hire: Hire) -> None:
    page = hire(base, viewport=DESK).open(f"en/{LEAF}")
    tab_to(page, "md-search__input")


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_on_the_start_page_can_be_called(language: str, site: Path, hire: Hire) -> None:
    page = hire(site.as_uri(), viewport=PHONE).open(f"{language}/index.html")
    links = page.locator("article a[href^='tel:']").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), link.textContent])"
    )
    roles = [yaml.safe_load(path.read_text("utf-8")) for path in (SHIPPED / "roles").glob("*.yaml")]
    contacts = {way["contact"] for role in roles for way in role["reachable"]}
    assert len(links) >= page.locator("article h3").count() > 0
    for href, text in links:
        assert text in contacts
        assert href == "tel:" + re.sub(r"[^+\d]", "", text)


def test_without_scripts_all_is_readable(base: str, hire: Hire) -> None:
    reader = hire(base, viewport=PHONE, java_script_enabled=False)
    for path in KINDS.values():
        page = reader.open(f"de/{path}")
        expect(page.locator("h1")).to_be_in_viewport()
        shown = page.locator("article").evaluate(
            "article => article.innerText.length / article.textContent.length"
        )
        assert shown > 0.7, path
        assert page.locator(".ap-js:visible").count() == 0, path


def test_without_scripts_the_start_page_leads_on(base: str, hire: Hire) -> None:
    reader = hire(base, viewport=PHONE, java_script_enabled=False)
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
    page.wait_for_url(f"{base}/de/roles.html")


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
def hostile_site(hostility: Hostility, run: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped playbook with hostile text in every place that takes text."""
    folder = tmp_path_factory.mktemp("hostile")
    for path in sorted(SHIPPED.rglob("*.yaml")):
        copy = folder / "playbook" / path.relative_to(SHIPPED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        document = hostility.over(yaml.safe_load(path.read_text("utf-8")))
        copy.write_text(json.dumps(document, ensure_ascii=False, default=str), "utf-8")
    done = run("-C", folder, "build", "--no-sheets")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(params=["http", "file"])
def hostile_base(request: pytest.FixtureRequest, hostile_site: Path) -> Iterator[str]:
    yield from address(request.param, hostile_site)


def variants(text: str) -> set[str]:
    """How a text may appear: as a label as it is, as prose with its few marks understood."""
    prose = " ".join("".join(span.text for span in parse_inline(part)) for part in paragraphs(text))
    return {squeezed(text), squeezed(prose)}


def squeezed(text: str) -> str:
    return " ".join(text.split())


# Whatever authored text must never become: handlers, scripts, foreign content, markup it does not have.
LIVE = """() => {
  const active = ({ name, value }) => /^on/i.test(name) || /^\\s*javascript:/i.test(value)
    || (/^(src|data|action)$/.test(name) && /evil|^x$/.test(value))
  const inert = "script, img, iframe, style, details, .admonition, .toc, del, b, i"
  return [
    ...[...document.querySelectorAll("*")].filter(element => [...element.attributes].some(active)),
    ...[...document.scripts].filter(script => script.text.includes("alert(1)") && script.id !== "__config"),
    ...document.querySelectorAll(`article :is(${inert})`),
  ].map(element => element.outerHTML.slice(0, 200))
}"""


@pytest.mark.parametrize("hostile_base", ["http"], indirect=True)
def test_hostile_text_stays_text(hostile_base: str, hostile_site: Path, hostility: Hostility, hire: Hire) -> None:
    shown: list[str] = []
    live: list[str] = []
    reader = hire(hostile_base, viewport=DESK)
    for path in pages_of(hostile_site, "en"):
        page = reader.open(path)
        live += [f"{path}: {found}" for found in page.evaluate(LIVE)]
        shown.append(squeezed(page.locator("article").evaluate("article => article.textContent")))
    assert live == []
    everything = "\n".join(shown)
    lost = [text for text in hostility.written["en"] if not any(form in everything for form in variants(text))]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_titles_stay_text(language: str, hostile_site: Path, hire: Hire) -> None:
    wrong = []
    reader = hire(hostile_site.as_uri(), viewport=DESK)
    for role in sorted((hostile_site.parent / "playbook" / "roles").glob("*.yaml")):
        title = squeezed(json.loads(role.read_text("utf-8"))["title"][language])
        page = reader.open(f"{language}/roles/{role.stem}.html")
        permalink = "h1 => h1.firstChild.textContent"
        parts = {
            "heading": page.locator("h1").evaluate(permalink),
            "title": page.title().removesuffix(" – Alarmplan"),
            "header": page.locator("[data-md-component=header-topic] .md-ellipsis").last.text_content() or "",
        }
        wrong += [f"{role.stem}: {part}: {text}" for part, text in parts.items() if squeezed(text) != title]
    assert wrong == []


def test_hostile_text_stays_text_in_search(hostile_base: str, hostile_site: Path, hire: Hire) -> None:
    """Results show each hostile title as it was written, and each leads to its page."""
    titles = [
        (f"roles/{path.stem}.html", json.loads(path.read_text("utf-8"))["title"]["de"])
        for path in sorted((hostile_site.parent / "playbook" / "roles").glob("*.yaml"))
    ]
    numbered = [(path, title) for path, title in titles if re.search(r" de\d+$", title)]
    assert len(numbered) > 3
    reader = hire(hostile_base, viewport=DESK)
    for path, title in numbered:
        page = reader.open("de/upkeep.html")
        reader.search(title.split()[-1])
        hit = page.locator(f".md-search-result__list a[href*='{path}']").first
        expect(hit.locator("h1")).to_have_text(squeezed(title))
        assert page.evaluate(LIVE) == []
        hit.click()
        page.wait_for_url(re.compile(re.escape(path)))


def test_hostile_queries_stay_text(site: Path, hire: Hire) -> None:
    reader = hire(site.as_uri(), viewport=DESK)
    for query in HOSTILE[:2]:
        page = reader.open("de/index.html")
        reader.search(query)
        expect(page.locator(".md-search-result__meta")).not_to_be_empty()
        reader.open("de/index.html?h=%3Cimg%20src=x%20onerror=alert(1)%3E")
        page.wait_for_load_state("networkidle")
        assert page.evaluate(LIVE) == []
