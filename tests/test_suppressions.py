"""Comments that take findings back: which they are, what they cover, and what happens when they are wrong."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from alarmplan.load.comments import comments
from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
from alarmplan.report.located import Located
from alarmplan.rules import RULES
from alarmplan.sources.folder import read_folder

MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
TODAY = date(2026, 11, 22)
IGNORE = "# alarmplan: ignore[translation-missing]"
HEAD = "kind: role\nid: driver\ntitle: {de: Fahrdienst, en: Driver}\n"
ROLE = f"{HEAD}purpose: {{de: Liefert., en: Delivers.}}\n"


def checked(role: str, as_of: date = TODAY, **others: str) -> Checked:
    files = {"roles/driver.yaml": role, **{f"roles/{name}.yaml": text for name, text in others.items()}}
    encoded = {path: text.encode() for path, text in files.items()}
    return check(Source("playbook", dict(sorted({**MINIMAL.files, **encoded}.items()))), as_of)


def found(result: Checked) -> list[tuple[int, str]]:
    """Line and rule. The short roles of these tests say nothing of owners and reviews, and nothing uses them."""
    located = Located(result.source)
    told = (finding for finding in result.findings if RULES[finding.rule].family != "upkeep")
    return sorted((located.spot(finding.place).line, finding.rule) for finding in told)


# Text, and for each comment the line it stands on and the one it speaks of.
COMMENTS = [
    ("behind a value", f"a: b {IGNORE}\n", [(1, 1)]),
    ("without a space", "a: b #alarmplan: ignore[x]\n", [(1, 1)]),
    ("with capitals", "a: b # Alarmplan: ignore[x]\n", [(1, 1)]),
    ("without a colon, which will be reported", "a: b # alarmplan ignore[x]\n", [(1, 1)]),
    ("below block text with lone CR", f"a: | {IGNORE}\r  text\r", [(1, 1)]),
    ("alone, above blank lines and other comments", f"a: b\n{IGNORE}\n\n# why\n\nc: d\n", [(2, 6)]),
    ("alone at the end", f"a: b\n{IGNORE}\n", [(2, 2)]),
    ("alone behind CRLF", f"a: b\r\n{IGNORE}\r\nc: d\r\n", [(2, 3)]),
    ("alone behind CR", f"a: b\r{IGNORE}\rc: d\r", [(2, 3)]),
    ("below a block text", f"a: |\n  text\n{IGNORE}\nb: c\n", [(3, 4)]),
    ("on the line of a block text's sign", f"a: | {IGNORE}\n  text\n", [(1, 1)]),
    ("within brackets", f"a: [b, {IGNORE}\n  c]\n", [(1, 1)]),
    ("behind an alias", f"a: &x b\nc: *x {IGNORE}\n", [(2, 2)]),
    ("wide characters before it", f"ä: 🚚 {IGNORE}\n", [(1, 1)]),
    ("two on one line are one", f"a: b {IGNORE} {IGNORE}\n", [(1, 1)]),
    ("it speaks of the program only", "# alarmplan ignores this\na: b # see alarmplan\n", []),
    ("in quotes", f"a: '{IGNORE}'\nb: \"{IGNORE}\"\n", []),
    ("on the line of a block text's sign, behind CR", f"a: | {IGNORE}\r  text\rb: c\r", [(1, 1)]),
    ("in a block text", f"a: |\n  {IGNORE}\n  text\n", []),
    ("in a folded text", f"a: >-\n  text\n  {IGNORE}\n", []),
    ("within a word", "a: b#alarmplan:ignore[x]\n", []),
    ("as a key", f"'{IGNORE}': b\n", []),
    ("an alias bomb beside it", "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 6)) + f"b: c {IGNORE}\n", [(7, 7)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in COMMENTS], ids=[case[0] for case in COMMENTS])
def test_comments(text: str, expected: list[tuple[int, int]]) -> None:
    marks = comments("a.yaml", text)
    lines = [
        len(text[: mark.place.offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")) for mark in marks
    ]
    assert [(line, mark.covers) for line, mark in zip(lines, marks, strict=True)] == expected


def test_a_finding_is_taken_back_on_its_line_and_no_other() -> None:
    assert found(checked(f"{HEAD}purpose: {{de: Liefert.}}\n")) == [(4, "translation-missing")]
    assert found(checked(f"{HEAD}purpose: {{de: Liefert.}} {IGNORE} -- so\n")) == []
    two = f"{HEAD}purpose: {{de: Liefert.}} {IGNORE} -- so\nsource: {{de: Beschluss.}}\n"
    assert found(checked(two)) == [(5, "translation-missing")]


def test_a_finding_within_a_text_is_addressed_by_the_line_of_its_key() -> None:
    above = f"{HEAD}{IGNORE} -- so\npurpose:\n  de: |\n    Liefert\n    aus.\n"
    assert found(checked(above)) == []


def test_only_the_named_rule_is_taken_back() -> None:
    role = f"{HEAD}purpose: {{de: Liefert.}} # alarmplan: ignore[duration-vague] -- so\n"
    assert found(checked(role)) == [(4, "suppression-unused"), (4, "translation-missing")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("until 2026-11-22 -- so", []),
        ("until 2026-11-21 -- so", ["suppression-expired", "translation-missing"]),
        ("until 2026-11-23 – so", []),
        ("until 2026-11-23 — so", []),
        ("-- so", []),
        ("", ["suppression-reasonless"]),
        ("--", ["suppression-reasonless"]),
        ("until 2027-01-31", ["suppression-reasonless"]),
        ("until 31.01.2027 -- so", ["suppression-malformed", "translation-missing"]),
        ("until 2026-13-01 -- so", ["suppression-malformed", "translation-missing"]),
        ("because", ["suppression-malformed", "translation-missing"]),
    ],
)
def test_end_and_reason(written: str, expected: list[str]) -> None:
    result = checked(f"{HEAD}purpose: {{de: Liefert.}} {IGNORE} {written}\n")
    assert [rule for _, rule in found(result)] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("# alarmplan: ignore", ["suppression-malformed"]),
        ("# alarmplan: ignore[]", ["suppression-malformed"]),
        ("# alarmplan ignore[duration-vague] -- so", ["suppression-malformed"]),
        ("# alarmplan: disable[duration-vague] -- so", ["suppression-malformed"]),
        ("# alarmplan: ignore[duration-vague, no-such-rule] -- so", ["suppression-unknown", "suppression-unused"]),
        ("# alarmplan: ignore[time] -- a family", ["suppression-unknown"]),
        ("# alarmplan: ignore[key-unknown] -- so", ["suppression-locked"]),
        ("# alarmplan: ignore[suppression-unused] -- so", ["suppression-unused"]),
    ],
)
def test_comments_without_use(written: str, expected: list[str]) -> None:
    result = checked(f"{HEAD}purpose: {{de: Liefert., en: Delivers.}} {written}\n")
    assert [rule for _, rule in found(result)] == expected


def test_a_misspelt_rule_is_suggested() -> None:
    result = checked(f"{HEAD}purpose: {{de: Liefert.}} # alarmplan: ignore[translation-mising] -- so\n")
    assert [
        finding.params["suggestion"] for finding in result.findings if finding.rule == "suppression-unknown"
    ] == ["translation-missing"]


def test_what_pages_cannot_do_without_is_never_taken_back() -> None:
    deputies = "deputies: [nobody] # alarmplan: ignore[reference-missing] -- so"
    role = f"{HEAD}purpose: {{de: Liefert., en: Delivers.}}\n{deputies}\n"
    result = checked(role)
    assert found(result) == [(5, "reference-missing"), (5, "suppression-locked")]
    assert not result.passed


def test_while_a_file_is_broken_no_comment_is_called_useless() -> None:
    role = f"{HEAD}purpose: {{de: Liefert., en: Delivers.}} {IGNORE} -- so\n"
    assert [rule for _, rule in found(checked(role))] == ["suppression-unused"]
    assert [rule for _, rule in found(checked(role, rider="kind: role\nid: 'rider\n"))] == ["yaml-quote-unclosed"]


def test_very_many_comments_take_no_long_time() -> None:
    start = time.process_time()
    comments("a.yaml", "a: b # " + "#alarmplan " * 90_000)
    comments("a.yaml", f"a: b\n{IGNORE}\n" + "# alarmplan: ignore[x]\n" * 20_000 + "c: d\n")
    assert time.process_time() - start < 3


# A flag and a keyboard that are left of emoji, a hidden word, and a secret; all of it is invented.
LEFT_OVER, HIDDEN = "x\ufe0f", "y\U000e0065\U000e0076\U000e0069\U000e006c"
SECRET = "ghp_" + "aB3dE5gH7jK9mN1pQ3rS5tU7vW9xY1zA3bC5"


@pytest.mark.parametrize(
    ("rule", "first", "later"),
    [
        ("text-invisible", f"source: a{LEFT_OVER}", f"must_not: [b{HIDDEN}]"),
        ("secret-written", f"source: {SECRET}", f"must_not: [{SECRET}]"),
        ("text-look-alike", "source: Pоrt", "must_not: [Pоrt]"),  # its second letter is Cyrillic
        ("text-empty", "source: {de: '-',", "  en: '-'}"),
        ("text-placeholder-left", "source: {de: 'TODO eins',", "  en: TODO one}"),
    ],
)
def test_a_comment_does_not_hide_the_same_mistake_elsewhere(rule: str, first: str, later: str) -> None:
    comment = f"# alarmplan: ignore[{rule}] -- so"
    body = f"{HEAD}purpose: {{de: Liefert., en: Delivers.}}\n"
    assert (5, rule) in found(checked(f"{body}{first}\n{later}\n"))
    assert (6, rule) not in found(checked(f"{body}{first}\n{later}\n"))
    left = found(checked(f"{body}{first} {comment}\n{later}\n"))
    assert (6, rule) in left
    assert (5, rule) not in left
    assert (5, "suppression-unused") not in left
    assert rule not in [name for _, name in found(checked(f"{body}{first} {comment}\n{later} {comment}\n"))]
    assert (5, rule) in found(checked(f"{body}{first}\n{later} {comment}\n"))


def test_a_comment_takes_back_nothing_behind_the_places_that_are_shown() -> None:
    """Of the places where something is repeated, a report shows only a few; all of them count."""
    comment = "# alarmplan: ignore[text-invisible] -- so"
    lines = "".join(f"  - a{LEFT_OVER}{number} {comment}\n" for number in range(20))
    role = f"{HEAD}purpose: {{de: Liefert., en: Delivers.}}\nmust_not:\n{lines}"
    assert found(checked(role)) == []
    assert found(checked(f"{role}  - b{HIDDEN}\n")) == [(26, "text-invisible")]


def test_a_comment_behind_a_lone_carriage_return_cannot_hide_itself() -> None:
    """Many tools show it, and the value behind it, as the rest of the comment before."""
    hidden = "# alarmplan: ignore[yaml-line-end-mixed] -- so\rsource: {de: Beschluss., en: Resolution.}\n"
    expected = [(5, "yaml-line-end-mixed"), (6, "suppression-unused")]
    assert found(checked(f"{ROLE}# remark \r{hidden}")) == expected
    assert found(checked(ROLE.replace("\n", "\r"))) == []
    assert found(checked(ROLE.replace("\n", "\r\n"))) == []


def test_what_a_mistake_is_shown_with_does_not_outlive_the_exception() -> None:
    """The other of a pair makes the mistake understood; it is no second one."""
    checklist = (
        "kind: checklist\nid: ride\ntitle: {de: Fahrt, en: Ride}\nmode: read-do\ndoer: support\n"
        "parts:\n  - items:\n"
        "      - {id: look, text: {de: Ist der Hof frei?, en: Is the yard clear?}}\n"
        "      - id: again # see below\n        text: {de: Ist der Hof frei?, en: Is the yard clear?}\n"
    )
    assert "item-doubled" in [rule for _, rule in found(checked(ROLE, ride=checklist))]
    excepted = checklist.replace("# see below", "# alarmplan: ignore[item-doubled] -- so")
    left = {rule for _, rule in found(checked(ROLE, ride=excepted))}
    assert not {"item-doubled", "suppression-unused"} & left


def test_many_comments_and_many_findings_take_no_long_time() -> None:
    comment = "# alarmplan: ignore[text-look-alike] -- so\n"
    words = "".join(f"  - Pоrt{'xyz'[n % 3] * (n % 60)} {n} {comment}" for n in range(9_000))
    many = ", ".join(f"no-such-rule-{n}" for n in range(30_000))
    start = time.process_time()
    result = checked(f"{ROLE}must_not:\n{comment * 5_000}{words}")
    assert "text-look-alike" not in [finding.rule for finding in result.findings]
    checked(f"{ROLE.rstrip()} # alarmplan: ignore[{many}] -- so\n")
    assert time.process_time() - start < 10
