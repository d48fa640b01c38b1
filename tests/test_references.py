"""References that lead nowhere are found where they stand; those that lead somewhere are shown both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
import yaml

from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.report.formats import text
from alarmplan.report.located import Located
from alarmplan.report.report import report_on
from alarmplan.report.texts import hint, message
from alarmplan.report.words import words
from alarmplan.rules import RULES
from alarmplan.schemas import kinds_of_ids
from alarmplan.sources.folder import read_folder
from tests.conftest import UPKEEP

MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
PLAYBOOK = Path(__file__).parents[1] / "playbook"
AS_OF = date(2026, 11, 22)
LANGUAGES = ("de", "en")

CHAIN = "chains/it-incident.yaml"
LIST = "checklists/before-escalation.yaml"
MATRIX = "severity/it.yaml"
SUPPORT = "roles/support.yaml"
TEMPLATE = "templates/customer-initial.yaml"


def changed(path: str, old: str, new: str) -> Source:
    text = MINIMAL.files[path].decode()
    assert text.count(old) == 1, (path, old)
    return Source("playbook", {**MINIMAL.files, path: text.replace(old, new).encode()})


def found(source: Source) -> list[tuple[str, str, str, list[str]]]:
    """Rule, file, the words under the carets, and the related places, as `file: line`; upkeep is left out."""
    checked = check(source, AS_OF)
    located = Located(source)

    def line(place: Any) -> str:
        return f"{place.path}: {located.spot(place).line_text.strip()}"

    result = []
    for finding in checked.findings:
        if RULES[finding.rule].family == "upkeep":
            continue
        spot = located.spot(finding.place)
        marked = spot.line_text[spot.column - 1 : spot.column - 1 + spot.length]
        result.append((finding.rule, finding.place.path, marked, [line(place) for place in finding.related]))
    return result


# (what is wrong, file, old, new, the words under the carets)
MISSING = [
    ("role of a level", CHAIN, "roles: [support]", "roles: [helpdesk]", "helpdesk"),
    ("role that owns", LIST, "owner: manager", "owner: nobody", "nobody"),
    ("deputy", SUPPORT, "deputies: [manager]", "deputies: [caretaker]", "caretaker"),
    ("doer", LIST, "doer: support", "doer: helpdesk", "helpdesk"),
    ("sender", MATRIX, "by: support", "by: helpdesk", "helpdesk"),
    ("approval", MATRIX, "approval: none", "approval: helpdesk", "helpdesk"),
    ("channel", CHAIN, "- {via: phone, contact", "- {via: pager, contact", "pager"),
    ("calendar", SUPPORT, "calendar: 24x7, via: phone", "calendar: weekdays, via: phone", "weekdays"),
    ("decision", SUPPORT, "alone: [inform-customers]", "alone: [stop-the-line]", "stop-the-line"),
    ("audience", TEMPLATE, "audience: customer", "audience: press", "press"),
    ("trigger", CHAIN, "triggers: [no-progress, own", "triggers: [full-moon, own", "full-moon"),
    ("information package", CHAIN, "handover: handover", "handover: parcel", "parcel"),
    ("checklist", CHAIN, "checklist: before-escalation", "checklist: afterwards", "afterwards"),
    ("matrix of a chain", CHAIN, "severity_matrix: it", "severity_matrix: medical", "medical"),
    ("level of an entry", CHAIN, "sev1: [first-contact]", "sev1: [rooftop]", "rooftop"),
    ("severity of an entry", CHAIN, "sev2: [first-contact]", "sev9: [first-contact]", "sev9"),
    ("severity of a time", CHAIN, "{sev1: 5 min, sev2: 15 min}", "{sev1: 5 min, urgent: 15 min}", "urgent"),
    ("status of a phase", MATRIX, "- every: 1 h", "- {every: 1 h, while: paused}", "paused"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "old", "new", "marked"), [case[1:] for case in MISSING], ids=[c[0] for c in MISSING]
)
def test_missing_id(path: str, old: str, new: str, marked: str) -> None:
    assert found(changed(path, old, new)) == [("reference-missing", path, marked, [])]


def test_missing_id_that_is_nearly_another() -> None:
    """The one that was meant is named and shown."""
    source = changed(CHAIN, "roles: [support]", "roles: [suport]")
    assert found(source) == [("reference-missing", CHAIN, "suport", [f"{SUPPORT}: id: support"])]
    assert "“support”" in text.write(report_on(check(source, AS_OF), "en", AS_OF))
    assert "„support“" in text.write(report_on(check(source, AS_OF), "de", AS_OF))


@pytest.mark.parametrize(
    ("path", "old", "new", "marked"),
    [
        (CHAIN, "roles: [support]", "roles: [phone]", "phone"),  # a channel
        (CHAIN, "checklist: before-escalation", "checklist: handover", "handover"),  # an information package
    ],
)
def test_id_of_another_kind(path: str, old: str, new: str, marked: str) -> None:
    """It is said what there is of that id, and where."""
    ((rule, where, words, related),) = found(changed(path, old, new))
    assert (rule, where, words) == ("reference-other-kind", path, marked)
    assert [line.partition(": ")[2].removeprefix("- ") for line in related] == [f"id: {marked}"]


@pytest.mark.parametrize(
    ("path", "old", "new", "marked", "only"),
    [
        (SUPPORT, "deputies: [manager]", "deputies: [customer]", "customer", "Zielgruppe"),
        (CHAIN, "sev1: [first-contact]", "sev1: [support]", "support", "Rolle"),
    ],
)
def test_namesake_that_fits_nowhere_near(path: str, old: str, new: str, marked: str, only: str) -> None:
    """No other key around names its kind, so it need not be what was meant: it is said last."""
    source = changed(path, old, new)
    ((rule, where, words, (related, *_)),) = found(source)
    assert (rule, where, words) == ("reference-missing", path, marked)
    assert related.endswith(f"id: {marked}")
    (finding,) = (one for one in check(source, AS_OF).findings if one.rule == rule)
    assert message(finding, "de").endswith(f"„{marked}“ gibt es nicht; „{marked}“ gibt es nur als {only}")


def test_level_of_another_chain() -> None:
    """Levels are unique within their chain, and only there."""
    other = MINIMAL.files[CHAIN].replace(b"id: it-incident", b"id: outage").replace(b"id: command", b"id: board")
    files = {**MINIMAL.files, "chains/outage.yaml": other}
    assert found(Source("playbook", files)) == []
    files[CHAIN] = files[CHAIN].replace(b"sev2: [first-contact]", b"sev2: [board]")
    assert found(Source("playbook", files)) == [("reference-missing", CHAIN, "board", [])]


@pytest.mark.parametrize(
    ("path", "again", "marked", "first"),
    [
        ("roles/support-again.yaml", SUPPORT, "support", f"{SUPPORT}: id: support"),
        ("chains/second.yaml", CHAIN, "it-incident", f"{CHAIN}: id: it-incident"),
    ],
)
def test_doubled_id(path: str, again: str, marked: str, first: str) -> None:
    source = Source("playbook", {**MINIMAL.files, path: MINIMAL.files[again]})
    assert found(source)[0] == ("id-doubled", path, marked, [first])
    for language, said in (("en", "first declared here"), ("de", "zuerst")):
        report = text.write(report_on(check(source, AS_OF), language, AS_OF))
        assert re.search(rf"{said}.*: playbook/{again}:2:5", report), report


@pytest.mark.parametrize(
    ("path", "old", "new", "marked"),
    [
        (CHAIN, "- id: command", "- id: first-contact", "first-contact"),
        (MATRIX, "- id: sev2", "- id: sev1", "sev1"),
        ("channels.yaml", "- id: mail", "- id: phone", "phone"),
        ("triggers.yaml", "- id: own-assessment", "- id: no-progress", "no-progress"),
    ],
)
def test_doubled_id_within_a_document(path: str, old: str, new: str, marked: str) -> None:
    rule, where, words, related = found(changed(path, old, new))[0]
    assert (rule, where, words) == ("id-doubled", path, marked)
    assert related == [f"{path}: - id: {marked}"]


@pytest.mark.parametrize(
    "target",
    [
        "role:nobody",
        "severity:it/sev9",
        "severity:medical/sev1",
        "severity:sev1",
        "level:it-incident/rooftop",
    ],
)
def test_link_in_a_text_to_a_missing_id(target: str) -> None:
    source = changed(SUPPORT, "  en: Takes reports", f"  en: Asks [somebody]({target}), takes reports")
    (finding,) = found(source)
    assert finding[:2] == ("reference-missing", SUPPORT)
    assert "playbook/roles/support.yaml:9:" in text.write(report_on(check(source, AS_OF), "en", AS_OF))


@pytest.mark.parametrize(
    "target", ["role:manager", "severity:it/sev2", "level:it-incident/command", "calendar:24x7"]
)
def test_link_in_a_text_that_leads_somewhere(target: str) -> None:
    assert found(changed(SUPPORT, "  en: Takes reports", f"  en: Asks [somebody]({target}), takes reports")) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "marked"),
    [
        (CHAIN, "advance: {by: owner}", "advance: {by: owner}\nescalates_to: crisis", "escalates_to"),
        (CHAIN, "    handover: handover", "    hand_over: handover", "hand_over"),
        (SUPPORT, "deputies: [manager]", "deputys: [manager]", "deputys"),
    ],
)
def test_unknown_key(path: str, old: str, new: str, marked: str) -> None:
    (finding, *others) = [one for one in found(changed(path, old, new)) if one[0] != "reference-missing"]
    assert finding == ("key-unknown", path, marked, [])
    assert others == []


@pytest.mark.parametrize(
    ("path", "said", "advised"),
    [
        (
            "channels.yaml",
            "Kanäle, Infrastruktur; verwiesen wird auf mail, phone, telephone-network",
            "eine Datei mit „kind: channels“",
        ),
        ("triggers.yaml", "Auslöser; verwiesen wird auf no-progress, own-assessment", "kind: triggers"),
        (LIST, "Checklisten; verwiesen wird auf before-escalation", "die gelöschte zurück"),
    ],
)
def test_a_lost_file_is_one_mistake(path: str, said: str, advised: str) -> None:
    """However much is missing with it; it is said which kind of file that was."""
    source = Source("playbook", {name: text for name, text in MINIMAL.files.items() if name != path})
    (finding,) = (one for one in check(source, AS_OF).findings if RULES[one.rule].family != "upkeep")
    assert finding.rule == "reference-missing"
    assert message(finding, "de") == f"keine Datei beschreibt {said}"
    assert advised in hint(finding, "de")


def test_a_lost_list_of_a_file_is_one_mistake() -> None:
    """The file is there, so none has to be created."""
    text = re.sub(rb"(?m)^calendars:\n(?:[ -].*\n)+", b"", MINIMAL.files["organisation.yaml"])
    source = Source("playbook", {**MINIMAL.files, "organisation.yaml": text})
    (finding,) = (one for one in check(source, AS_OF).findings if one.rule == "reference-missing")
    assert message(finding, "en") == "no file describes calendars; needed: 24x7"
    assert hint(finding, "en").startswith("add them to “organisation.yaml”")


def test_a_renamed_id_is_told_by_the_name_of_its_file() -> None:
    """However far the new id is from the old one; how many places are not shown is said."""
    source = changed(SUPPORT, "id: support", "id: first-line")
    (finding,) = (one for one in check(source, AS_OF).findings if one.rule == "reference-missing")
    assert (finding.params["suggestion"], finding.related[0].path) == ("first-line", SUPPORT)
    assert "die Datei „roles/support.yaml“ hat jetzt die Kennung „first-line“" in hint(finding, "de")
    places = int(finding.params["places"])
    assert places > 6
    assert f"an allen {places} Stellen die neue" in hint(finding, "de")
    assert hint(finding, "en").endswith(f"search for “support” to find further places ({places - 5})")


def test_everything_that_can_be_missing_has_a_plural() -> None:
    for language in LANGUAGES:
        assert words(language)["many"].keys() == kinds_of_ids() - {"playbook"}


@pytest.mark.parametrize("path", [SUPPORT, CHAIN, LIST, MATRIX, TEMPLATE, "channels.yaml", "triggers.yaml"])
def test_a_broken_document_is_one_mistake(path: str) -> None:
    """Its ids stay known, so that nothing that refers to it is said to be wrong."""
    for kind_of_break in (b"surplus: 1\n", b"title: []\n"):
        text = MINIMAL.files[path]
        if kind_of_break.startswith(b"title"):
            text = re.sub(rb"^title: .*\n", b"", text, count=1, flags=re.MULTILINE)
        assert len(found(Source("playbook", {**MINIMAL.files, path: text + kind_of_break}))) == 1


# The shipped playbook, walked without our own code

NAMES_A_ROLE = {
    "answered_by", "approval", "by", "confirmed_by", "deputies", "doer", "moderator", "operated_by", "owner",
    "role", "roles", "same_person_as", "to", "with",
}  # fmt: skip
FOLDERS = {"process": "processes", "severity-matrix": "severity"}  # the others are called as their kind, with an s
CATALOGUES = {"audiences", "channels", "decisions", "glossary", "organisation", "triggers"}


def load() -> list[dict[str, Any]]:
    return [yaml.safe_load(path.read_text("utf-8")) for path in sorted(PLAYBOOK.rglob("*.yaml"))]


DOCUMENTS = load()
ROLES = {document["id"]: document for document in DOCUMENTS if document["kind"] == "role"}


def roles_in(value: Any, key: str = "") -> Iterator[str]:
    """Every role that stands anywhere in a piece of YAML: under a key that names roles, or as a link."""
    if isinstance(value, dict):
        for name, child in value.items():
            yield from roles_in(child, name)
    elif isinstance(value, list):
        for child in value:
            yield from roles_in(child, key)
    elif isinstance(value, str):
        if key in NAMES_A_ROLE and value in ROLES:
            yield value
        yield from re.findall(r"\]\(role:([a-z0-9-]+)\)", value)


def page_of(document: dict[str, Any]) -> str:
    kind = document["kind"]
    if kind in CATALOGUES:
        return f"{kind}.html"
    return f"{FOLDERS.get(kind, f'{kind}s')}/{document['id']}.html"


def wanted(role: str) -> Iterator[str]:
    """Pages to which the page of a role has to lead: where it appears, and what it may decide."""
    for document in DOCUMENTS:
        if document is not ROLES[role] and role in set(roles_in(document)):
            yield page_of(document)
    for holder in ROLES.values():
        mandate = holder.get("mandate", {})
        if holder is ROLES[role]:
            yield from (f"decisions.html#{decision}" for decision in mandate.get("alone", ()))
            yield from (f"roles/{deputy}.html" for deputy in holder.get("deputies", ()))
        for joint in mandate.get("jointly", ()):
            if holder is ROLES[role] or role in joint["with"]:
                yield f"decisions.html#{joint['decision']}"


class Links(HTMLParser):
    """The links of the article of a page, not of the frame around it."""

    def __init__(self, page: str, html: str) -> None:
        super().__init__()
        self.folder = dirname(page)
        self.found: set[str] = set()
        self.feed(html.partition("<article")[2].partition("</article>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag == "a" and "://" not in href:
            path, mark, anchor = href.partition("#")
            resolved = normpath(join(self.folder, path))
            self.found |= {resolved, f"{resolved}{mark}{anchor}"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_the_page_of_a_role_shows_everything_it_appears_in(role: str, language: str, site: Path) -> None:
    page = f"roles/{role}.html"
    links = Links(page, (site / language / page).read_text("utf-8"))
    missing = sorted(set(wanted(role)) - links.found)
    assert missing == []


def test_the_walk_finds_what_it_should() -> None:
    """The expectation is no empty one."""
    pages = {page for role in ROLES for page in wanted(role)}
    assert {page.partition("/")[0] for page in pages} >= {"chains", "checklists", "templates", "severity", "roles"}
    assert any(page.startswith("decisions.html#") for page in pages)
    assert all(set(wanted(role)) for role in ROLES)
    link = {
        "any": {"de": "Fragen Sie [sie](role:support) und [ihn](role:expert)."},
        "id": "scribe",
        "by": "nobody",
    }
    assert set(roles_in(link)) == {"support", "expert"}


def test_references_into_an_unreadable_file_are_told_with_its_one_finding() -> None:
    broken = changed(SUPPORT, "id: support", "id: 'support")
    (finding,) = check(broken, AS_OF).findings
    assert (finding.rule, finding.place.path) == ("yaml-quote-unclosed", SUPPORT)
    assert 1 < len(finding.referrers) <= 3
    located = Located(broken)
    assert all("support" in located.spot(place).line_text for place in finding.referrers)
    assert text.write(report_on(check(broken, AS_OF), "en", AS_OF)).count("needed in: playbook/") == len(
        finding.referrers
    )


def test_a_broken_file_that_nobody_refers_to_has_no_referrers() -> None:
    broken = Source("playbook", {**MINIMAL.files, "roles/walker.yaml": b"kind: role\nid: 'walker\n"})
    (finding,) = check(broken, AS_OF).findings
    assert finding.referrers == ()


# Text in each style, and what is marked of it.
WITHIN = [
    ("plain", "Fragt [Hilfe](role:nobody).", "role:nobody"),
    ("quoted", "'Fragt: [Hilfe](role:nobody).'", "role:nobody"),
    ("block", "|\n    Fragt\n    [Hilfe](role:nobody).", "role:nobody"),
    ("folded", ">-\n    Fragt\n    [Hilfe](role:nobody).", "role:nobody"),
    ("behind an escape", r'"Fragt \"uns\": [Hilfe](role:nobody)."', "role:nobody"),
    ("behind a longer id", "'[A](role:nobody-else) [B](role:nobody)'", "role:nobody"),
    ("itself escaped, so that the whole is marked", r'"[H](role:no\x62ody)"', r'"[H](role:no\x62ody)"'),
]


@pytest.mark.parametrize(("written", "marked"), [case[1:] for case in WITHIN], ids=[case[0] for case in WITHIN])
def test_a_link_is_marked_within_its_text(written: str, marked: str) -> None:
    role = f"kind: role\nid: driver\ntitle: Fahrer\npurpose:\n  de: {written}\n  en: Delivers.\n"
    source = Source("playbook", dict(sorted({**MINIMAL.files, "roles/driver.yaml": role.encode()}.items())))
    assert ("reference-missing", marked) in [(rule, words) for rule, _, words, _ in found(source)]
    findings = [finding for finding in check(source, AS_OF).findings if finding.rule not in UPKEEP]
    places = [Located(source).spot(finding.place) for finding in findings]
    assert len({(spot.line, spot.column) for spot in places}) == len(places)
