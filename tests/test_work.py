"""Pages for situations, processes and services: who decides, what a drawing shows, what follows from a service."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest

from alarmplan.analyse import analyse
from alarmplan.model.kinds.organisation import Calendar, OpenHours
from alarmplan.model.kinds.process import Process, Step, Way
from alarmplan.model.playbook import Playbook
from alarmplan.model.source import Source
from alarmplan.model.text import Text
from alarmplan.model.week import ALWAYS, begins_run, first_run, longest_run, open_minutes
from alarmplan.pipeline import check, render_editions
from alarmplan.render.flow import Jump, lanes
from alarmplan.render.page import Page
from alarmplan.rules.circles import circles, from_the_first
from alarmplan.sources.folder import read_folder

MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
SHIPPED = read_folder(Path(__file__).parents[1] / "playbook", "playbook")
AS_OF = date(2026, 11, 22)
SHOP, TELEPHONY, SHOP_DOWN = "services/shop.yaml", "services/telephony.yaml", "situations/shop-down.yaml"


def playbook(source: Source, *changes: tuple[str, str, str]) -> Playbook:
    """The playbook of `source`, with changes (file, old, new); sound afterwards."""
    files = dict(source.files)
    for path, old, new in changes:
        assert old.encode() in files[path]
        files[path] = files[path].replace(old.encode(), new.encode())
    checked = check(Source(source.name, files), AS_OF)
    assert checked.playbook is not None
    assert checked.passed, checked.findings
    return checked.playbook


def pages(source: Source, *changes: tuple[str, str, str], language: str = "en") -> Mapping[str, Page]:
    editions = render_editions(playbook(source, *changes), AS_OF, with_sheets=False)
    return {page.path: page for edition in editions if edition.language == language for page in edition.pages}


def plain(text: str) -> str:
    """`text` on one line, with ordinary spaces."""
    return " ".join(text.split())


@cache
def shipped(language: str) -> Mapping[str, Page]:
    return pages(SHIPPED, language=language)


# Chains


def test_a_time_that_never_runs_is_not_printed() -> None:
    chain, usual = "chains/it-incident.md", pages(MINIMAL)["chains/it-incident.md"].body
    both = ("chains/it-incident.yaml", "sev1: [first-contact]", "sev1: [first-contact, command]")
    page = pages(MINIMAL, both)[chain].body
    assert "5 min / 30 min" in usual.replace("\u00a0", " ")
    assert "5 min / –" in page.replace("\u00a0", " ")
    assert "30 min" not in page.split("<svg")[1].split("</svg>")[0].replace("\u00a0", " ")


# Services


def test_who_needs_a_service_follows_from_what_the_others_need() -> None:
    assert analyse(playbook(MINIMAL)).needed_by == {"shop": (), "telephony": ("shop",)}
    page = pages(MINIMAL)["services/telephony.md"].body
    assert "* Needed by: [Online shop](shop.md)" in page
    assert "* Channels that fail with it: [Phone](../channels.md#phone)" in page


ALL = "{first_response: 1 h, solution: 1 d}"  # what the standard contract says


@pytest.mark.parametrize(
    ("changes", "strictest"),
    [
        ([], "around-the-clock"),
        (
            [(SHOP, "    calendar: 24x7\n    clock", "    clock")],
            "standard",
        ),  # the clock of the other does not run
        ([(SHOP, ALL, "{severities: [sev1], first_response: 20 min, solution: 4 h}")], "around-the-clock"),
        ([(SHOP, ALL, "{severities: [sev1], first_response: 900 min, solution: 4 h}")], "around-the-clock"),
        (
            [
                (SHOP, ALL, "{severities: [sev1], first_response: 15 min, solution: 240 min}"),
                (SHOP, "solution: 4 h, binding", "solution: 5 h, binding"),
            ],
            "standard",
        ),
        ([(SHOP, "severities: [sev1], first", "severities: [sev2], first")], "standard"),  # nothing for the worst
    ],
)
def test_the_strictest_commitment(changes: list[tuple[str, str, str]], strictest: str) -> None:
    promises = analyse(playbook(MINIMAL, *changes)).strictest
    assert {id: promise.commitment.id for id, promise in promises.items()} == {"shop": strictest}


@pytest.mark.parametrize(
    ("needs", "found"),
    [
        ({"a": "b", "b": "c", "c": ""}, set()),
        ({"a": "bc", "b": "d", "c": "d", "d": ""}, set()),  # two ways to one service go round nothing
        ({"a": "b", "b": "c", "c": "b"}, {"bc"}),
        ({"c": "a", "a": "b", "b": "c"}, {"abc"}),  # begins with the first id, wherever one enters
        ({"a": "a", "b": "ax"}, {"a"}),  # what is not there is found elsewhere
    ],
)
def test_circles(needs: Mapping[str, str], found: set[str]) -> None:
    assert {"".join(from_the_first(circle)) for circle in circles(needs)} == found


def test_weeks_are_compared_by_the_minute() -> None:
    calendars = (
        Calendar(id="always", title=Text("x"), always=True),
        Calendar(id="day", title=Text("x"), hours=(OpenHours(days=("mon", "sun"), from_="08:00", to="24:00"),)),
        Calendar(id="night", title=Text("x"), hours=(OpenHours(days=("mon", "sun"), from_="00:00", to="08:00"),)),
        Calendar(id="both", title=Text("x"), union=("day", "night", "both")),
        Calendar(
            id="far",
            title=Text("x"),
            zone="Asia/Kolkata",
            hours=(OpenHours(days=("mon",), from_="08:00", to="09:00"),),
        ),
        Calendar(id="backwards", title=Text("x"), hours=(OpenHours(days=("mon",), from_="09:00", to="08:00"),)),
    )
    whole = Playbook(replace(playbook(MINIMAL).organisation, calendars=calendars), ())
    minutes = {calendar.id: open_minutes(whole, calendar.id) for calendar in calendars}
    assert minutes["always"] == ALWAYS
    assert minutes["both"] == (1 << 24 * 60) - 1 | ((1 << 24 * 60) - 1) << 6 * 24 * 60
    assert minutes["far"] is open_minutes(whole, "missing") is None
    assert minutes["backwards"] == 0
    assert longest_run(ALWAYS) == 7 * 24 * 60
    assert longest_run(0) == 0
    assert longest_run(minutes["both"] or 0) == 2 * 24 * 60  # Sunday and Monday meet
    assert longest_run(ALWAYS & ~(minutes["night"] or 0)) == (6 * 24 - 8) * 60
    assert first_run(minutes["day"] or 0) == "mon 08:00 mon 24:00"
    assert first_run(ALWAYS & ~(minutes["day"] or 0)) == "mon 00:00 mon 08:00"
    assert first_run(minutes["both"] or 0) == "sun 00:00 mon 24:00"  # begins last
    assert first_run(ALWAYS) == "mon 00:00 sun 24:00"


def test_where_long_runs_begin() -> None:
    week, sundays = 7 * 24 * 60, ((1 << 90) - 1) << (7 * 24 * 60 - 60)  # from 23:00 on Sunday to 00:30 on Monday
    late = sundays & ALWAYS | sundays >> week
    assert [begins_run(late, length).bit_count() for length in (1, 2, 60, 89, 90, 91)] == [90, 89, 31, 2, 1, 0]
    assert begins_run(late, 90) == 1 << week - 60
    assert begins_run(ALWAYS, 3 * week) == ALWAYS
    assert begins_run(0, 1) == 0


def test_services_stand_worst_first() -> None:
    body = pages(MINIMAL, (TELEPHONY, "criticality: high", "criticality: low"))["services.md"].body
    assert body.index("Online shop") < body.index("Telephony")
    swapped = (SHOP, "criticality: critical", "criticality: medium")
    body = pages(MINIMAL, swapped)["services.md"].body
    assert body.index("Telephony") < body.index("Online shop")


# Situations


def test_the_level_that_a_situation_enters_is_called_too() -> None:
    number = "(tel:03023125101)** [Manager]"
    now = re.compile(r"Whoever answers there alerts at once:\n\n((?:\* .*\n)+)")
    (called,) = now.findall(pages(MINIMAL)["situations/shop-down.md"].body)
    assert number in called
    assert not now.findall(pages(MINIMAL, (SHOP_DOWN, "enter_at: command\n", ""))["situations/shop-down.md"].body)


CHAIN = "chains/it-incident.yaml"
INTAKE = "intake:\n  - {via: phone, contact: 030 23125 100, calendar: 24x7}\n"


def test_whoever_sees_it_first_calls_where_reports_are_taken() -> None:
    first = re.compile(r"## Call now\n\n(\* .*)\n")
    answered = (CHAIN, "calendar: 24x7}\nentry", "calendar: 24x7, answered_by: support}\nentry")
    (called,) = first.findall(pages(MINIMAL, answered)["situations/shop-down.md"].body)
    assert called.startswith("* **[030 23125 100](tel:03023125100)** [Support](../roles/support.md) ([around")
    (called,) = first.findall(pages(MINIMAL, (CHAIN, INTAKE, ""))["situations/shop-down.md"].body)
    assert "[Manager]" in called
    named = (SHOP_DOWN, "services: [shop]", "call_first: manager\nservices: [shop]")
    (called,) = first.findall(pages(MINIMAL, named)["situations/shop-down.md"].body)
    assert called == "* **[030 23125 101](tel:03023125101)** [Manager](../roles/manager.md)"


def test_in_doubt_each_number_is_named_once_the_one_that_always_holds_first() -> None:
    lines = re.findall(r"\* If in doubt, call: (.*)", shipped("en")["index.md"].body)
    numbers = [re.findall(r"\(tel:(\d+)\)", line) for line in lines]
    assert numbers == [["04066969110"], ["04066969105"]]
    assert [re.findall(r"organisation\.md#(\S+?)\)", line) for line in lines] == [["24x7"], ["service-hours"]]
    assert [line.count("chains/customer-escalation.md") for line in lines] == [1, 1]
    assert "severity/customer.md#c1" in lines[0]


def test_where_the_deputy_answers_the_same_number_there_is_no_other_to_dial() -> None:
    (row,) = re.findall(r"\| \[First contact \(support\)\].*", shipped("en")["call-list.md"].body)
    assert "same number" in row
    assert "Otherwise answered there by: [On-call first contact]" in shipped("en")["index.md"].body


def test_whoever_decides_is_shown_with_the_mandate_that_holds_here() -> None:
    limited = (
        "mandate:\n  limited:\n"
        "    - {decision: close-shop, severity_matrix: it, severities: [sev1]}\n"
        "    - {decision: close-shop, severity_matrix: it, severities: [sev2], with: [support]}\n"
    )
    change = ("roles/manager.yaml", "mandate:\n  alone: [close-shop, inform-customers]\n", limited)
    body = plain(pages(MINIMAL, change)["situations/shop-down.md"].body)
    (row,) = re.findall(r"\| \[Close the shop\].*?tel:", body)
    assert "[Manager](../roles/manager.md) (only [Sev 1 – critical](../severity/it.md#sev1))<br>**[030" in row
    assert "Support" not in row


def test_whoever_owns_the_incident_may_decide() -> None:
    change = (SHOP_DOWN, "inform-customers, by: support", "inform-customers, by: owner")
    body = pages(MINIMAL, change)["situations/shop-down.md"].body
    assert re.search(r"\| \[Inform customers\]\([^)]*\) \| the owner of the incident \|", body)


UNASSIGNED = {
    "de": ("Wo keine Rolle steht, handeln Sie selbst,", "Wo keine Rolle steht, handelt, wer"),
    "en": ("Where no role is named, act yourself", "Where no role is named, the owner"),
}


@pytest.mark.parametrize("language", UNASSIGNED)
def test_who_does_what_nobody_is_named_for(language: str) -> None:
    first, later = UNASSIGNED[language]
    body = pages(MINIMAL, language=language)["situations/shop-down.md"].body
    assert (first in body, later in body) == (False, True)  # of its phases one step names nobody
    save = "Save the logs.}"
    changes = (SHOP_DOWN, "    doer: owner\n", ""), (SHOP_DOWN, save, f"{save}\n        doer: support")
    body = pages(MINIMAL, *changes, language=language)["situations/shop-down.md"].body
    assert (first in body, later in body) == (True, False)


def test_who_informs_where_nobody_is_named() -> None:
    edge = "\ninform: [{role: manager, severities: [sev2], within: 1 h, via: [mail]}]\nadvance:"
    change = "chains/it-incident.yaml", "\nadvance:", edge
    body = pages(MINIMAL, change)["chains/it-incident.md"].body
    assert "| the owner of the incident | 1\u00a0h from the report |" in body


def test_a_playbook_without_situations_services_and_processes_has_no_pages_for_them() -> None:
    without = {path: text for path, text in MINIMAL.files.items() if not path.startswith(("sit", "ser", "pro"))}
    left = pages(Source("without", without))
    assert not {"situations.md", "services.md", "processes.md"} & set(left)
    assert not re.search("situations|services|processes", left["index.md"].body)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_start_page_leads_to_every_overview(language: str) -> None:
    found = shipped(language)
    linked = set(re.findall(r"\]\(([^)#]*)\)", found["index.md"].body))
    overviews = {path for path, page in found.items() if page.section}
    assert overviews - linked == set()
    assert len(overviews) > 15


# Processes as drawings


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("source", [MINIMAL, SHIPPED], ids=lambda source: source.name)
def test_a_drawing_shows_every_step_and_every_way(source: Source, language: str) -> None:
    found = pages(source, language=language)
    for id, process in playbook(source).of(Process).items():
        for path in (f"processes/{id}.md", "processes.md"):
            (drawing,) = re.findall(rf'<svg[^>]*aria-labelledby="process-{id}".*?</svg>', found[path].body)
            lines = [unescape(line) for line in re.findall(r"<text[^>]*>(.*?)</text>", drawing)]
            said = plain(" ".join(lines))
            for number, step in enumerate(process.steps, 1):
                assert f"{number}. {step.title.in_language(language)}" in said
            ways = list(process.ways())
            for _, way in ways:
                assert way.when is None or plain(way.when.in_language(language)) in said
            assert drawing.count("ap-head") == len({(source.id, way.to) for source, way in ways})


def test_drawn_ways_do_not_run_over_one_another() -> None:
    chance = random.Random(7)
    for _ in range(200):
        ends = [(chance.randrange(9), chance.randrange(9)) for _ in range(chance.randrange(12))]
        jumps = [Jump(source, target, None) for source, target in dict.fromkeys(ends)]
        found = lanes(jumps)
        assert set(found) == set(jumps)
        for one, other in combinations(jumps, 2):
            assert found[one] != found[other] or not one.meets(other)


def test_ways_that_share_no_place_share_a_lane() -> None:
    assert set(lanes([Jump(0, 2, None), Jump(2, 4, None)]).values()) == {0}
    assert lanes([Jump(0, 4, None), Jump(1, 3, None)]) == {Jump(1, 3, None): 0, Jump(0, 4, None): 1}


def test_a_step_goes_on_with_the_next_one_unless_it_says_otherwise() -> None:
    first, second, last = (Step(id=id, title=Text.parse(id)) for id in ("first", "second", "last"))
    jumping = Step(id="second", title=second.title, next=(Way(to="first"),))
    process = Process(kind="process", id="p", title=Text.parse("p"), steps=(first, jumping, last))
    assert [(step.id, way.to) for step, way in process.ways()] == [("first", "second"), ("second", "first")]
