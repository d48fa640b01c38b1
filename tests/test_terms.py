"""Terms of the glossary: found as they are inflected, marked once, and only where a reader reads."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import unescape

import markdown
import pytest
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER, INLINE_PLACEHOLDER, TAG_PLACEHOLDER

from alarmplan.model.kinds.glossary import Term
from alarmplan.model.source import Source
from alarmplan.model.text import Text
from alarmplan.outputs.site.marks import first_marks
from alarmplan.pipeline import check, render_editions
from alarmplan.render.collation import collation
from alarmplan.render.terms import terms
from alarmplan.sources.folder import read_folder
from tests.test_golden import AS_OF, MINIMAL

EXTENSIONS = ["abbr", "attr_list", "tables", "toc"]


def term(id: str, title: str, *synonyms: str) -> Term:
    return Term(
        id=id, title=Text.parse(title), definition=Text.parse("x"), synonyms=tuple(map(Text.parse, synonyms))
    )


GERMAN = terms(
    [
        term("stufe", "Stufe"),
        term("störung", "Störung", "Betriebsstörung"),
        term("störungsteam", "Störungsteam"),
        term("ticket", "Ticket"),
        term("reaktion", "erste Reaktion"),
        term("system", "kritisches System"),
        term("sev1", "Sev 1"),
        term("q&a", "Q&A"),
    ],
    "de",
)
ENGLISH = terms([term("incident", "incident"), term("team", "incident team"), term("sla", "SLA")], "en")

FOUND = {
    "Die Stufe, der Stufen": {"Stufe": "stufe", "Stufen": "stufe"},
    "Störungen und Betriebsstörung": {"Störungen": "störung", "Betriebsstörung": "störung"},
    "Das Störungsteam": {"Störungsteam": "störungsteam"},
    "Stufenweise, Hochstufe, stufe": {},
    "des Tickets": {"Tickets": "ticket"},
    "Erste Reaktion nach der ersten Reaktion": {"Erste Reaktion": "reaktion", "ersten Reaktion": "reaktion"},
    "bei kritischen Systemen": {"kritischen Systemen": "system"},
    "Sev\u00a01, Sev 1, Sev 12": {"Sev\u00a01": "sev1", "Sev 1": "sev1"},
    "Q&#38;A": {"Q&A": "q&a"},
    "<strong>Stufe</strong>|Ticket<br>": {"Stufe": "stufe", "Ticket": "ticket"},
    "<code>Stufe</code> <pre><code>Ticket</code></pre> <svg><text>Stufe</text></svg>": {},
    '[hier](Stufe.md#Ticket) <a href="Ticket">dort</a> ## x { #Stufe }': {},
    "[Stufe](x.md)": {"Stufe": "stufe"},
}


@pytest.mark.parametrize("page", FOUND)
def test_german_terms_are_found_in_what_readers_see(page: str) -> None:
    assert {form: one.id for form, one in GERMAN.used(page).items()} == FOUND[page]


def test_english_terms_are_found_at_the_beginning_of_a_sentence_and_within() -> None:
    used = ENGLISH.used("Incidents. The incident team, an SLA; incidental, incident’s")
    assert {form: one.id for form, one in used.items()} == {
        "Incidents": "incident",
        "incident team": "team",
        "SLA": "sla",
        "incident": "incident",
    }


def test_without_a_glossary_nothing_is_found() -> None:
    assert terms([], "de").used("Stufe") == {}


# On a page

DEFINED = "\n\n*[Stufe]: eine Ebene\n*[Stufen]: eine Ebene\n*[Ticket]: ein Zettel"


def built(body: str) -> str:
    return first_marks(markdown.markdown(body + DEFINED, extensions=EXTENSIONS))


def marked(html: str) -> list[str]:
    return re.findall(r"<abbr[^>]*>([^<]*)</abbr>", html)


def test_the_first_of_each_term_is_marked() -> None:
    html = built("Stufen und Stufe, ein Ticket, noch ein Ticket")
    assert marked(html) == ["Stufen", "Ticket"]
    assert '<abbr title="eine Ebene">Stufen</abbr>' in html


@pytest.mark.parametrize(
    "spared",
    [
        "# Stufe",
        "### Stufe { #Ticket }",
        "[Stufe](x.md)",
        'ein <code>Stufe</code> und <a href="x">Ticket</a>',
        '<svg class="x"><title>Stufe</title><text>Ticket</text></svg>',
        "| Stufe |\n| --- |\n| x |",
        '<pre class="ap-message"><code>Stufe</code></pre>',
    ],
)
def test_what_is_no_running_text_is_not_marked(spared: str) -> None:
    html = built(f"{spared}\n\nStufe und Ticket")
    assert marked(html) == ["Stufe", "Ticket"]
    assert html.rindex("<p>") < html.index("<abbr")
    assert markdown.markdown(spared, extensions=EXTENSIONS) in html


def test_the_mark_would_be_seen_there() -> None:
    """The test above proves something: without our mend the library marks all of it."""
    html = markdown.markdown("# Stufe\n\n<svg><text>Ticket</text></svg>" + DEFINED, extensions=EXTENSIONS)
    assert marked(html) == ["Stufe", "Ticket"]


# From a playbook

HOSTILE = (
    '"><img src=x onerror=alert(1)>',
    "</abbr><script>alert(1)</script>",
    "*[Shop]: x\n\n*[Support]: y",
    "[x](javascript:alert(1)) **fett** `code` <!-- x -->",
    "&lt;b&gt; &amp; &#60;i&#62; {: onclick=alert(1) }",
    "## x\n\n    code",
)


def pages(definition: str, titles: Sequence[str] = ("Shop",), told: str = "") -> dict[str, str]:
    """All pages with these terms; of a decision is `told` something."""
    files = dict(read_folder(MINIMAL, "minimal").files)
    if told:
        files["decisions.yaml"] += f"    description: {json.dumps(told)}\n".encode()
    entries = "".join(
        f"  - id: t{number}\n    title: {json.dumps(title)}\n    definition: {json.dumps(definition)}\n"
        for number, title in enumerate(titles)
    )
    head = "kind: glossary\nid: glossary\ntitle: Glossar\nowner: manager\nterms:\n"
    files["glossary.yaml"] = (head + entries).encode()
    playbook = check(Source("minimal", files), AS_OF).playbook
    assert playbook is not None
    return {page.path: page.body for page in render_editions(playbook, AS_OF, with_sheets=False)[0].pages}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_definition_is_only_ever_the_text_of_a_tip(hostile: str) -> None:
    html = markdown.markdown(pages(hostile)["decisions.md"], extensions=EXTENSIONS)
    (tip,) = {unescape(title) for title in re.findall(r'<abbr title="([^"]*)"', html)}
    said = re.sub(r"\*\*|`", "", " ".join(hostile.split()))
    assert tip == said
    assert not re.search(r"<(?:img|script|b|i|strong)\b|<[^>]* on\w+=", re.sub(r'"[^"]*"', '""', html))


# What the library writes into a text in place of the pieces that it keeps aside.
KEPT_ASIDE = {
    re.sub(r"[\x02\x03]|%s", "", placeholder).strip(":")
    for placeholder in (HTML_PLACEHOLDER, TAG_PLACEHOLDER, INLINE_PLACEHOLDER, AMP_SUBSTITUTE)
}
UNMARKED = ["1", "34", "wzxhzdk:1", "wzxhzdk:", "a|b", "x]: y", "*[", "C\\", *sorted(KEPT_ASIDE - {"amp"})]


@pytest.mark.parametrize(
    ("title", "marks"), [*((title, []) for title in UNMARKED), ("q1w2", ["q1w2"]), ("amp", ["amp"])]
)
def test_a_strange_title_breaks_no_page(title: str, marks: list[str]) -> None:
    """The page holds the word itself, and quotes, which the library keeps aside under numbers."""
    told = f'Das "Wort" \'und\' "mehr": {title} steht hier.'
    plain_page = pages("x", ["qqq"], told)["decisions.md"]
    page = pages("x", ["qqq", title], told)["decisions.md"]
    html = first_marks(markdown.markdown(page, extensions=EXTENSIONS))
    assert marked(html) == marks
    assert "glossary.md#t1" in page
    without = re.sub(r"<p><small>Begriffe.*?</small></p>\n?|</?abbr[^>]*>", "", html)
    assert without == markdown.markdown(plain_page, extensions=EXTENSIONS)


def test_every_page_but_the_glossary_ends_with_its_terms() -> None:
    made = pages("Der Laden im Netz.")
    line = "<small>Begriffe auf dieser Seite: [Shop]("
    assert line + "glossary.md#t0)</small>" in made["decisions.md"]
    assert line + "../glossary.md#t0)</small>" in made["information-packages/handover.md"]
    assert made["decisions.md"].index(line) < made["decisions.md"].index("\n---\n")
    assert "Begriffe auf dieser Seite" not in made["glossary.md"]
    assert "*[" not in made["glossary.md"]


def test_words_are_listed_as_in_a_dictionary() -> None:
    words = ["Zeit", "Übergabe", "Auslöser", "Änderung", "alarm", "Stufe", "Störung", "übergeben", "Maß", "Masse"]
    assert sorted(words, key=collation) == [
        "alarm",
        "Änderung",
        "Auslöser",
        "Maß",
        "Masse",
        "Störung",
        "Stufe",
        "Übergabe",
        "übergeben",
        "Zeit",
    ]
