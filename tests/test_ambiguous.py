"""A value without quotes is ambiguous if PyYAML's own loader, which is YAML 1.1, reads it otherwise than we do."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alarmplan.load import load_file
from alarmplan.load.ambiguous import is_ambiguous
from alarmplan.load.compose import compose
from alarmplan.load.construct import scalar
from alarmplan.load.trouble import YamlError
from alarmplan.model.place import Place
from alarmplan.model.source import LoadedDocument
from alarmplan.pipeline import check
from alarmplan.sources.folder import read_folder
from alarmplan.validate.ambiguous import ambiguous
from tests.conftest import UPKEEP

AS_OF = date(2026, 11, 22)

ROOT = Path(__file__).parents[1]
PLAYBOOKS = Path(__file__).parent / "playbooks"

NORWAY = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nil", "none", "~", "=", "<<"]
WORDS = [form for word in NORWAY for form in (word, word.title(), word.upper(), word[:1] + word[1:].upper())]
SIGNS = ["", "-", "+"]
DIGITS = [
    "0",
    "1",
    "08",
    "010",
    "0o10",
    "0x1F",
    "0b11",
    "1_000",
    "1,000",
    "12:30",
    "1:30",
    "190:20:30",
    "12:60",
    "1:99",
]
TAILS = ["", ".", ".5", "e3", "e+3", "E-3", ".5e3", ".5e+3", "_", " ", "%", ":", "h"]
NUMBERS = [
    "".join(parts).strip() for parts in itertools.product(SIGNS, [*DIGITS, "", ".5", ".", ".inf", ".NaN"], TAILS)
]
DATES = [
    f"{date}{time}{zone}"
    for date in ("2026-10-01", "2026-13-45", "2026-1-1", "26-10-01", "0000-00-00")
    for time in ("", "T12:30:00", " 12:30:00.5", "t1:2:3")
    for zone in ("", "Z", " +01:00", "+1")
]
OTHERS = [
    "+49 30 23125",
    "+493023125100",
    "030 23125",
    "110",
    "9" * 18,
    "9" * 19,
    "9" * 5000,
    "4.18.2",
    "24x7",
    "sev1",
]


def theirs(written: str) -> object:
    """What `yaml.SafeLoader` makes of it; an error is a reading of its own."""
    try:
        return yaml.load(f"k: {written}", yaml.SafeLoader)["k"]
    except (ValueError, yaml.YAMLError, OverflowError) as error:
        return error


def plain(written: str) -> tuple[str, Any] | None:
    """What is written and what we read, or None if it is no plain value on one line."""
    try:
        root = compose(f"k: {written}")
    except YamlError:
        return None
    node = root.value[0][1] if isinstance(root, yaml.MappingNode) else None
    if not isinstance(node, yaml.ScalarNode) or node.style or node.tag or node.value != written:
        return None
    return node.value, scalar(node)


def differs(ours: object, their_reading: object) -> bool:
    return type(ours) is not type(their_reading) or ours != their_reading


@pytest.mark.parametrize("written", sorted({*WORDS, *NUMBERS, *DATES, *OTHERS}), ids=lambda text: text[:20])
def test_agrees_with_yaml_1_1(written: str) -> None:
    if (found := plain(written)) is not None:
        assert is_ambiguous(*found) == differs(found[1], theirs(written))


@given(
    st.text("0123456789:.-+_eExob TZ", min_size=1, max_size=24)
    | st.from_regex(r"[a-zA-Z~=<]{1,6}", fullmatch=True)
)
@example("1e3")
@settings(max_examples=400, deadline=None)
def test_agrees_with_yaml_1_1_on_anything_like_a_number(written: str) -> None:
    if (found := plain(written)) is not None:
        assert is_ambiguous(*found) == differs(found[1], theirs(written))


def test_candidates_are_plain_values_and_keys_with_their_routes() -> None:
    text = b"no: x\na: [yes, 'yes', &x 12:30, *x]\nb: {c: 010, d: 5}\ne: |\n  no\n"
    document, findings = load_file("a.yaml", text)
    assert document is not None
    assert not findings
    assert dict(document.ambiguous) == {
        Place("a.yaml", ("no",), at_key=True): "no",
        Place("a.yaml", ("a", 0)): "yes",
        Place("a.yaml", ("a", 2)): "12:30",
        Place("a.yaml", ("b", "c")): "010",
    }


ROLE = "kind: role\nid: driver\ntitle: Taxi\npurpose: Delivers.\n"


def found(text: str) -> list[tuple[str, tuple[str | int, ...]]]:
    minimal = read_folder(PLAYBOOKS / "minimal", "minimal")
    source = type(minimal)("p", {**minimal.files, "roles/driver.yaml": text.encode()})
    findings = check(source, AS_OF).findings
    return [(finding.rule, finding.place.route) for finding in findings if finding.rule not in UPKEEP]


def test_a_value_with_a_finding_gets_no_second_one() -> None:
    assert found(ROLE + "external: yes\n") == [("boolean-form", ("external",))]
    assert found(ROLE + "owner: 2026-10-01\n") == [("reference-missing", ("owner",))]
    assert found(ROLE + "review_every: 12:30\n") == [("duration-vague", ("review_every",))]
    assert found(ROLE + "no: x\n") == [("key-unknown", ("no",))]
    assert found(ROLE + "nonsense: {a: no}\n") == [("key-unknown", ("nonsense",))]


def test_a_date_is_expected_where_the_schema_says_so() -> None:
    assert found(ROLE + "reviewed: 2026-10-01\n") == []
    assert found(ROLE + "tags: [2026-10-01]\n") == [("yaml-ambiguous", ("tags", 0))]


def test_many_expected_dates_hide_no_other_value() -> None:
    dates = [Place("o.yaml", ("calendars", 0, "exceptions", index, "date")) for index in range(200)]
    title = Place("o.yaml", ("calendars", 0, "title"))
    document = LoadedDocument(
        "o.yaml", "", {"kind": "organisation"}, {**dict.fromkeys(dates, "2026-10-01"), title: "no"}
    )
    assert [finding.place for finding in ambiguous((document,), ())] == [title]
    text = b"a:\n" + b"  - 2026-10-01\n" * 200 + b"b: no\n"
    loaded, _ = load_file("a.yaml", text)
    assert loaded is not None
    assert len(loaded.ambiguous) == 201


def test_a_misshapen_document_is_told_all_the_same() -> None:
    assert sorted(found(ROLE.replace("Taxi", "no") + "rank: 1\n")) == [
        ("key-unknown", ("rank",)),
        ("yaml-ambiguous", ("title",)),
    ]


def test_without_a_known_kind_nothing_is_expected_anywhere() -> None:
    document = LoadedDocument("a.yaml", "", {"kind": "rule"}, {Place("a.yaml", ("x",)): "no"})
    assert ambiguous((document,), ()) == ()


def test_the_shipped_playbook_leaves_no_doubt() -> None:
    assert check(read_folder(ROOT / "playbook", "playbook"), AS_OF).findings == ()
