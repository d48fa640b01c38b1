"""One mistake is one finding: what drops out or is missing keeps silent whatever depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from alarmplan.model.playbook import Playbook, Reference
from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.report.located import Located
from alarmplan.sources.folder import read_folder

PLAYBOOKS = {
    folder.name: read_folder(folder, folder.name)
    for folder in (Path(__file__).parent / "playbooks").iterdir()
    if folder.is_dir()
}
AS_OF = date(2026, 11, 22)

FILES = [
    (name, path) for name, source in PLAYBOOKS.items() for path in source.files if path != "organisation.yaml"
]


def found(source: Source) -> list[tuple[str, str]]:
    return [(finding.rule, finding.place.path) for finding in check(source, AS_OF).findings]


def changed(source: Source, path: str, content: bytes) -> Source:
    return Source(source.name, {**source.files, path: content})


def sound(name: str) -> Playbook:
    checked = check(PLAYBOOKS[name], AS_OF)
    assert checked.playbook is not None
    assert checked.findings == ()
    return checked.playbook


@pytest.mark.parametrize(("name", "path"), FILES)
def test_a_document_that_drops_out_is_one_finding(name: str, path: str) -> None:
    source = PLAYBOOKS[name]
    assert found(changed(source, path, source.files[path] + b"\nnonsense: 1\n")) == [("key-unknown", path)]


@pytest.mark.parametrize(("name", "path"), FILES)
def test_a_file_that_cannot_be_read_is_one_finding(name: str, path: str) -> None:
    source = PLAYBOOKS[name]
    assert found(changed(source, path, source.files[path] + b"\n\ttags: [x]\n")) == [("yaml-tab", path)]


SHOP_TILLS = """\
kind: role
id: kasse-nord
title: {de: Kasse Nord, en: Till north}
owner: manager
reviewed: 2026-10-01
review_every: 12 month
purpose: {de: Kassiert., en: Takes the money.}
reachable: [{calendar: 24x7, via: mail, contact: till@example.com}]
"""
HELP = """\
kind: page
id: help
title: {de: Hilfe, en: Help}
owner: manager
reviewed: 2026-10-01
review_every: 12 month
visibility: public
sections:
  - id: write
    title: {de: Schreiben, en: Write}
    text: {de: An kasse.nord@example.com., en: To kasse.nord@example.com.}
"""


def test_addresses_that_follow_ids_are_no_mistake_while_these_cannot_be_read() -> None:
    source = changed(PLAYBOOKS["minimal"], "pages/help.yaml", HELP.encode())
    assert ("personal-data-public", "pages/help.yaml") in found(source)
    known = changed(source, "roles/kasse-nord.yaml", SHOP_TILLS.encode())
    assert {rule for rule, _ in found(known)} == {"document-unused"}
    broken = changed(source, "roles/kasse-nord.yaml", (SHOP_TILLS + "nonsense: 1\n").encode())
    assert found(broken) == [("key-unknown", "roles/kasse-nord.yaml")]


TONE = """\
kind: page
id: tone
title: {de: Unser Ton, en: Our tone}
owner: manager
reviewed: 2026-10-01
review_every: 12 month
sections:
  - id: model
    title: {de: Muster, en: Model}
    text: {de: "[Kurz und klar](template:customer-slow).", en: "[Short and clear](template:customer-slow)."}
"""


def test_a_template_that_nothing_sends_is_a_mistake_whether_or_not_a_page_links_to_it() -> None:
    source = PLAYBOOKS["minimal"]
    initial = source.files["templates/customer-initial.yaml"].decode()
    slow = initial.replace("id: customer-initial", "id: customer-slow\nseverity_matrix: it\nseverities: [sev2]")
    source = changed(source, "templates/customer-slow.yaml", slow.encode())
    unmatched = ("template-severity-unmatched", "templates/customer-slow.yaml")
    assert found(changed(source, "pages/tone.yaml", TONE.encode())) == [unmatched]
    broken = found(changed(source, "pages/tone.yaml", (TONE + "nonsense: 1\n").encode()))
    assert sorted(broken) == [("key-unknown", "pages/tone.yaml"), unmatched]


def test_who_helps_at_a_level_that_nothing_reaches_lacks_nothing() -> None:
    source = PLAYBOOKS["minimal"]
    changes = {
        "chains/it-incident.yaml": [
            ("escalate_after: {sev1: 30 min, sev2: 4 h}", "escalate_after: none"),
            ("    triggers: [no-progress, own-assessment]\n", ""),
            ("    handover: handover\n", "    handover: handover\n    triggers: [no-progress, own-assessment]\n"),
            ("advance: {by: owner}", "alongside: [{role: support, level: command}]\nadvance: {by: owner}"),
        ],
        "situations/shop-down.yaml": [("enter_at: command\n", ""), (", level: command", "")],
    }
    for path, replaced in changes.items():
        text = source.files[path].decode()
        for old, new in replaced:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        source = changed(source, path, text.encode())
    assert found(source) == [("level-unreachable", "chains/it-incident.yaml")]


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_a_second_organisation_is_one_finding(name: str) -> None:
    """Not even its calendars are unused: nobody knows yet which of the two files stays."""
    second = (
        "kind: organisation\nid: zz-other\ntitle: X\nlanguages: [de]\nzone: Europe/Berlin\n"
        "calendars: [{id: zz-hours, title: X, always: true}]\n"
    )
    told = found(changed(PLAYBOOKS[name], "zz.yaml", second.encode()))
    assert told == [("organisation-doubled", "zz.yaml")]


def test_beside_a_second_organisation_other_mistakes_are_told_once() -> None:
    source = PLAYBOOKS["minimal"]
    terms = source.files["glossary.yaml"].decode()
    doubled = terms.replace("{de: Reaktionszeit, en: response time}", "{de: Störung, en: incident}")
    assert doubled != terms
    second = "kind: organisation\nid: zz-other\ntitle: X\nlanguages: [de]\nzone: Europe/Berlin\n"
    both = changed(changed(source, "glossary.yaml", doubled.encode()), "zz.yaml", second.encode())
    assert sorted(found(both)) == [("organisation-doubled", "zz.yaml"), ("term-doubled", "glossary.yaml")]


def references(playbook: Playbook) -> Iterator[Reference]:
    """One of each sort: the same key in another document, or further down in a list, is no other case."""
    seen: set[tuple[str, ...]] = set()
    for reference in playbook.references:
        sort = (reference.source.kind, *(str(step) for step in reference.place.route if isinstance(step, str)))
        if sort not in seen:
            seen.add(sort)
            yield reference


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_a_reference_that_leads_nowhere_is_one_finding(name: str) -> None:
    playbook, source = sound(name), PLAYBOOKS[name]
    located = Located(source)
    for reference in references(playbook):
        path, word = reference.place.path, reference.place.words or reference.target.id
        text = source.files[path].decode()
        spot = located.spot(reference.place)
        lines = text.split("\n")
        line, start = lines[spot.line - 1], spot.column - 1
        assert line.startswith(word, start), (path, spot.line, word)
        wrong = word[: -len(reference.target.id)] + "nowhere-to-be-seen"
        lines[spot.line - 1] = line[:start] + wrong + line[start + len(word) :]
        told = found(changed(source, path, "\n".join(lines).encode()))
        assert told == [("reference-missing", path)], (path, spot.line, word, told)
