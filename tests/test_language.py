"""The language of the shipped playbook: nothing untranslated, typographic signs, Sie-form, one term for one thing.

Judged is what readers see: the built pages, without code, addresses and messages to copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.playbook import Playbook
from alarmplan.pipeline import check
from alarmplan.sources.folder import read_folder

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 22)
LANGUAGES = ("de", "en")
WORDS = Path(__file__).parent / "words"

# Words that stand in nearly every sentence of the one language and in none of the other.
FOREIGN = {"de": WORDS / "english.txt", "en": WORDS / "german.txt"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup"}
WITHOUT = {"code", "nav", "pre", "script", "style", "svg", "template", "noscript"}
UNITS = {
    "de": "Min|Std|Tag|Tage|Tagen|Woche|Wochen|Monat|Monate|Monaten|Stunde|Stunden|Minute|Minuten|Uhr|Arbeitstag|"
    "Arbeitstage|Arbeitstagen|Arbeitsstunde|Arbeitsstunden|Arbeitsminuten|EUR|€|%|min|h",
    "en": "min|h|hours?|minutes?|days?|weeks?|months?|working|%|EUR",
}
KEYWORDS = re.compile("„[^“]*“|“[^”]*”")  # what the reference quotes of the YAML is of no language
FAMILIAR = re.compile(r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)\b", re.IGNORECASE)


@dataclass
class Shown(HTMLParser):
    """What a page shows, block by block; code, and what says that it is in another language, is left out."""

    language: str = ""
    blocks: list[str] = field(default_factory=lambda: [""])
    hidden: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        foreign = tag != "html" and told.get("lang") not in (None, self.language)
        if tag not in INLINE:
            self.blocks.append("")
        if tag in WITHOUT or foreign or (self.hidden and tag == self.hidden[-1]):
            self.hidden.append(tag)
            self.blocks[-1] += "…"
        elif not self.hidden:
            self.blocks[:-1] += [
                value for name, value in attrs if value and name in ("title", "aria-label", "alt")
            ]

    def handle_endtag(self, tag: str) -> None:
        if self.hidden and tag == self.hidden[-1]:
            self.hidden.pop()
        if tag not in INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.blocks[-1] += data


@cache
def shown(path: Path, language: str) -> tuple[str, ...]:
    page = Shown(language=language)
    page.feed(path.read_text("utf-8"))
    page.close()
    return tuple(block.strip() for block in page.blocks if block.strip())


def texts(site: Path, language: str) -> Iterator[tuple[str, str]]:
    for path in sorted((site / language).rglob("*.html")):
        for piece in shown(path, language):
            yield path.relative_to(site).as_posix(), piece


def told(found: Iterable[tuple[str, str]]) -> list[str]:
    return sorted({f"{page}: {piece}" for page, piece in found})[:40]


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    checked = check(read_folder(ROOT / "playbook", "playbook"), AS_OF)
    assert checked.playbook is not None
    return checked.playbook


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_other_language(site: Path, language: str) -> None:
    listed = FOREIGN[language].read_text("utf-8").split()
    words = "|".join((*listed, *(word.capitalize() for word in listed)))  # not in capitals: `IT` is a department
    pattern = re.compile(rf"(?<![\w@/.-])(?:{words})(?![\w@/-])")
    found = (
        (page, f"{match[0]} … {piece.strip()[:80]}")
        for page, piece in texts(site, language)
        if (match := pattern.search(KEYWORDS.sub("", piece) if "/reference/" in page else piece))
    )
    assert told(found) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_and_apostrophes_are_typographic(site: Path, language: str) -> None:
    opening = "“" if language == "de" else "„"
    straight = re.compile(rf"[\"']|(?:^|\s|\(){opening}")
    found = (
        (page, f"{match[0]} … {piece[:100]}")
        for page, piece in texts(site, language)
        if "/reference/" not in page  # where YAML stands within sentences
        if (match := straight.search(piece))
    )
    assert told(found) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_and_its_unit_stay_on_one_line(site: Path, language: str) -> None:
    torn = re.compile(rf"\d (?:{UNITS[language]})(?![\w-])|\bSev \d")
    found = (
        (page, match[0] + " … " + piece.strip()[:80])
        for page, piece in texts(site, language)
        if "/reference/" not in page  # where values are shown as they are typed
        if (match := torn.search(piece))
    )
    assert told(found) == []


def test_german_readers_are_addressed_with_sie(site: Path) -> None:
    assert told((page, piece) for page, piece in texts(site, "de") if FAMILIAR.search(piece)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_term_for_one_thing(site: Path, playbook: Playbook, language: str) -> None:
    """What the glossary says not to use stands nowhere but there."""
    avoided = {
        word.in_language(language): term.title.in_language(language)
        for glossary in playbook.of(Glossary).values()
        for term in glossary.terms
        for word in term.avoid
    }
    assert len(avoided) > 20
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, avoided))})(?![\w-])", re.IGNORECASE)
    found = (
        (page, f"{match[0]} … {piece.strip()[:80]}")
        for page, piece in texts(site, language)
        if not page.endswith(("glossary.html",)) and "/reference/" not in page
        if (match := pattern.search(piece))
    )
    assert told(found) == []
