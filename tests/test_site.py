"""The built site hangs together: links lead somewhere, languages match, every document is found."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urlsplit

import pytest
import yaml

PLAYBOOK = Path(__file__).parents[1] / "playbook"
LANGUAGES = ("de", "en")
ELSEWHERE = {"http", "https", "mailto", "tel", "data"}

MONTHS = {
    "de": "Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember",
    "en": "January, February, March, April, May, June, July, August, September, October, November, December",
}


@dataclass
class Html(HTMLParser):
    """What a page offers and where it leads."""

    tags: Counter[str] = field(default_factory=Counter)
    attributes: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes.add(name)
            match name:
                case "id":
                    self.ids.append(value or "")
                case "href" | "src" | "action" | "poster":
                    self.links.append(value or "")
                case "aria-labelledby" | "aria-describedby" | "aria-controls":
                    self.references.extend((value or "").split())

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@cache
def parsed(path: Path) -> Html:
    html = Html()
    html.feed(path.read_text("utf-8"))
    html.close()
    return html


def pages(site: Path) -> dict[str, Html]:
    return {path.relative_to(site).as_posix(): parsed(path) for path in sorted(site.rglob("*.html"))}


def dead(site: Path, page: str, link: str) -> bool:
    """Whether a link within the site leads nowhere; absolute ones do, on file://."""
    parts = urlsplit(link)
    if parts.scheme in ELSEWHERE:
        return False
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return True
    target = file_of(site, dirname(page), unquote(parts.path)) if parts.path else site / page
    if target is None:
        return True
    fragment = unquote(parts.fragment)
    return bool(fragment) and fragment not in parsed(target).ids


@cache  # the frame of every page leads to the same files
def file_of(site: Path, folder: str, path: str) -> Path | None:
    """The file of the site to which a path leads from a folder of it."""
    target = (site / folder / path).resolve()
    return target if target.is_file() and site.resolve() in target.parents else None


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    found = [(page, link) for page, html in pages(site).items() for link in html.links if dead(site, page, link)]
    assert found == []
    assert sum(len(html.links) for html in pages(site).values()) > 1000


def test_dead_links_would_be_found(site: Path) -> None:
    page = "de/chains/it-incident.html"
    for link in (
        "nowhere.html",
        "#nowhere",
        "../index.html#nowhere",
        "/de/index.html",
        "//x.example",
        "javascript:x",
    ):
        assert dead(site, page, link), link
    for link in ("it-incident.html", "#expert", "../index.html", "https://x.example", "tel:+49", ""):
        assert not dead(site, page, link), link


def test_ids_are_unique_and_those_referred_to_exist(site: Path) -> None:
    for page, html in pages(site).items():
        assert sorted(html.ids) == sorted(set(html.ids)), page
        assert set(html.references) <= set(html.ids), page


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    """Links may lead out; what the browser fetches by itself may not."""
    fetched = re.compile(r"<(?:script|img|iframe|audio|video|source|link)\b[^>]*?(?:src|href)=\"?(?:https?:)?//")
    found = [path.name for path in site.rglob("*.html") if fetched.search(path.read_text("utf-8"))]
    assert found == []
    styles = [
        path.name
        for path in site.rglob("*.css")
        if re.search(r"url\([\"']?(?:https?:)?//", path.read_text("utf-8"))
    ]
    assert styles == []


def test_every_page_has_one_heading_above_all_others(site: Path) -> None:
    assert [page for page, html in pages(site).items() if html.tags["h1"] != 1] == []


def test_no_page_holds_what_its_own_policy_forbids(site: Path) -> None:
    """The browser would block it on that page alone, and only some pages are opened in one."""
    for page, html in pages(site).items():
        text = (site / page).read_text("utf-8")
        (policy,) = re.findall(r'"Content-Security-Policy" content="([^"]*)"', text)
        for script in re.findall(
            r"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", text, re.DOTALL
        ):
            assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy, page
        assert not {"style", "iframe", "object", "base", "frame", "embed"} & set(html.tags), page
        assert not {name for name in html.attributes if name == "style" or name.startswith("on")}, page


def test_every_page_is_there_in_every_language(site: Path) -> None:
    def files(language: str) -> set[str]:
        folder = site / language
        return {
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in {".html", ".pdf"}
        }

    assert files("de") == files("en")
    assert len(files("de")) > 30
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        for page in (site / language).rglob("*.html"):
            here = page.relative_to(site / language).as_posix()
            assert f"{'../' * here.count('/')}../{other}/{here}" in parsed(page).links, page


# Every page is found by somebody who only follows links


def steps(site: Path, start: str) -> dict[str, int]:
    """How many links lead from `start` to each page; the switch to another language is none of them."""
    language = start.partition("/")[0]
    found, waiting = {start: 0}, [start]
    for page in waiting:
        links = (urlsplit(link) for link in parsed(site / page).links)
        targets = (normpath(join(dirname(page), unquote(link.path))) for link in links if not link.scheme)
        for target in targets:
            if target.endswith(".html") and target.startswith(f"{language}/") and target not in found:
                found[target] = found[page] + 1
                waiting.append(target)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_at_most_three_links_from_the_start(language: str, site: Path) -> None:
    found = steps(site, f"{language}/index.html")
    every = {page for page in pages(site) if page.startswith(f"{language}/")}
    assert every - set(found) == set()
    assert {page: count for page, count in found.items() if count > 3} == {}


def test_a_page_to_which_no_link_leads_would_be_found(tmp_path: Path) -> None:
    linked = {
        "index": '<a href="one.html#x">1</a> <a href="../en/index.html">en</a>',
        "one": '<a href="./two.html">2</a> <a href="https://x.example/z.html">z</a>',
        "two": '<a href="index.html">0</a>',
        "lost": '<a href="index.html">0</a>',
    }
    (tmp_path / "de").mkdir()
    for name, links in linked.items():
        (tmp_path / "de" / f"{name}.html").write_text(links, "utf-8")
    assert steps(tmp_path, "de/index.html") == {"de/index.html": 0, "de/one.html": 1, "de/two.html": 2}


def test_the_first_page_offers_every_language(site: Path) -> None:
    assert {f"{language}/index.html" for language in LANGUAGES} <= set(parsed(site / "index.html").links)


# Every document of the playbook, found without our own code


def documents() -> Iterator[tuple[str, dict[str, object]]]:
    for path in sorted(PLAYBOOK.rglob("*.yaml")):
        yield path.relative_to(PLAYBOOK).as_posix(), yaml.safe_load(path.read_text("utf-8"))


DOCUMENTS = dict(documents())
SOURCE_URL = str(DOCUMENTS["organisation.yaml"]["source_url"])
TITLES = {str(document["id"]): document["title"] for document in DOCUMENTS.values() if document["kind"] == "role"}


def said(text: object, language: str) -> str:
    found = text[language] if isinstance(text, dict) else text
    return " ".join(str(found).split())


def due(document: dict[str, object]) -> date:
    """The day after `review_every`, which the shipped playbook says in months."""
    reviewed = document["reviewed"]
    assert isinstance(reviewed, date)
    amount, unit = str(document["review_every"]).split()
    assert unit == "month"
    year, month = divmod(reviewed.year * 12 + reviewed.month - 1 + int(amount), 12)
    return reviewed.replace(year=year, month=month + 1)


def written(day: date, language: str) -> str:
    dot = "." if language == "de" else ""
    return f"{day.day}{dot} {MONTHS[language].split(', ')[day.month - 1]} {day.year}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", DOCUMENTS)
def test_every_document_has_a_page_that_says_who_answers_for_it(path: str, language: str, site: Path) -> None:
    document = DOCUMENTS[path]
    found = {
        page: html for page, html in pages(site / language).items() if f"{SOURCE_URL}{quote(path)}" in html.links
    }
    assert len(found) == 1
    ((page, html),) = found.items()
    foot = html.text[html.text.rindex("Verantwortlich:" if language == "de" else "Owner:") :]
    assert said(TITLES[str(document["owner"])], language) in foot
    assert f"roles/{document['owner']}.html" in {normpath(join(dirname(page), link)) for link in html.links}
    reviewed = document["reviewed"]
    assert isinstance(reviewed, date)
    assert written(reviewed, language) in foot
    assert written(due(document), language) in foot
    assert path in foot
