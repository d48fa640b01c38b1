"""Every rule keeps its promises: its examples behave, and its texts are there in both languages.

Each example of `rules/<rule>/examples.md` is laid over the playbook in `playbooks/minimal`.
"""

from __future__ import annotations

import re
import string
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from alarmplan import rules, validate
from alarmplan.analyse.persons import persons
from alarmplan.manual.examples import read_examples
from alarmplan.model.finding import Finding
from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
from alarmplan.report.formats import text
from alarmplan.report.located import Located
from alarmplan.report.report import report_on
from alarmplan.report.texts import hint, message, related
from alarmplan.rules import FAMILIES, RULES
from alarmplan.rules.texts import rule_examples, rule_texts
from alarmplan.sources.folder import read_folder

PACKAGE = Path(rules.__file__).parents[1]
MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
AS_OF = date(2026, 11, 22)
LANGUAGES = ("de", "en")

Spotted = tuple[str, int, str]  # path, line, rule


@dataclass(frozen=True)
class Example:
    rule: str
    verdict: str
    title: str
    files: dict[str, bytes]
    expected: list[Spotted]


def examples_of(rule: str) -> Iterator[Example]:
    for example in read_examples(rule_examples(rule), "en"):
        files = {file.path: file.content for file in example.files}
        expected = [(file.path, line, mark) for file in example.files for line, mark in file.marks]
        yield Example(rule, example.verdict, example.title, files, sorted(expected))


def overlaid(files: dict[str, bytes]) -> Source:
    return Source("playbook", dict(sorted({**MINIMAL.files, **files}.items())))


def spotted(checked: Checked) -> list[Spotted]:
    located = Located(checked.source)
    return sorted((found.place.path, located.spot(found.place).line, found.rule) for found in checked.findings)


def no_organisation() -> Checked:
    without_references = MINIMAL.files["decisions.yaml"].replace(b"owner: manager\n", b"")
    return check(Source("playbook", {"decisions.yaml": without_references}), AS_OF)


def disagreeing_engines() -> Checked:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validate, "is_valid", lambda kind, _: kind != "audiences")
        return check(MINIMAL, AS_OF)


def refused(rule: str) -> Checked:
    return check(Source("playbook", MINIMAL.files, {"roles/driver.yaml": rule}), AS_OF)


def very_many_findings() -> Checked:
    links = "\n".join(f"  [Hilfe](role:no-{'x' * number})" for number in range(1, 103))
    role = f"kind: role\nid: driver\ntitle: Fahrer\npurpose: |\n{links}\n"
    return check(overlaid({"roles/driver.yaml": role.encode()}), AS_OF)


# What no block of an examples.md can show; why, is said there.
GENERATED: dict[str, tuple[Callable[[], Checked], list[Spotted]]] = {
    **{
        rule.id: (partial(refused, rule.id), [("roles/driver.yaml", 1, rule.id)])
        for rule in RULES.values()
        if rule.family == "file"
    },
    "findings-cut": (
        very_many_findings,
        [("roles/driver.yaml", line, "reference-missing") for line in range(5, 105)]
        + [("roles/driver.yaml", 105, "findings-cut")],
    ),
    "organisation-missing": (no_organisation, [("decisions.yaml", 1, "organisation-missing")]),
    "schema-invalid": (disagreeing_engines, [("audiences.yaml", 1, "schema-invalid")]),
}
EXAMPLES = [example for rule in RULES for example in examples_of(rule)]
BAD = [example for example in EXAMPLES if example.verdict == "bad"]


def name(example: Example) -> str:
    return f"{example.rule}: {example.verdict}: {example.title}"


def test_minimal_playbook_is_clean() -> None:
    assert spotted(check(MINIMAL, AS_OF)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_example(example: Example) -> None:
    """The complete list. Only owners, reviews and uses are left to the rules about these: examples stay short."""
    found = spotted(check(overlaid(example.files), AS_OF))
    upkeep = set() if RULES[example.rule].family == "upkeep" else {rule.id for rule in FAMILIES["upkeep"]}
    assert [spot for spot in found if spot[2] not in upkeep] == example.expected


@pytest.mark.parametrize("rule", GENERATED)
def test_generated(rule: str) -> None:
    make, expected = GENERATED[rule]
    assert spotted(make()) == expected


DATED = ["suppression-expired"] + [
    rule.id
    for rule in RULES.values()
    if rule.about and "as_of" in (PACKAGE / "rules" / rule.folder / "__init__.py").read_text()
]


def fingerprints(files: dict[str, bytes], as_of: date, rule: str) -> dict[Spotted, str]:
    entries = report_on(check(overlaid(files), as_of), "en", as_of).entries
    return {
        (entry.mark.path, entry.mark.spot.line, rule): entry.fingerprint
        for entry in entries
        if entry.finding.rule == rule
    }


@pytest.mark.parametrize("rule", DATED)
def test_the_same_mistake_has_the_same_fingerprint_on_another_day(rule: str) -> None:
    """Else whoever compares two reports sees new mistakes every morning."""
    lasting = 0
    for example in BAD:
        if example.rule == rule:
            today, tomorrow = (fingerprints(example.files, AS_OF + timedelta(days), rule) for days in (0, 1))
            lasting += len(today.keys() & tomorrow)
            assert all(today[spot] == tomorrow[spot] for spot in today.keys() & tomorrow)
    assert lasting


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_a_bad_and_a_good_example(rule: str) -> None:
    examples = list(examples_of(rule))
    if rule in GENERATED:
        assert not examples
        assert rule_examples(rule).strip()
        return
    assert {example.verdict for example in examples} == {"bad", "good"}
    if RULES[rule].check:  # of a judgement it has to be seen where it stays silent
        assert sum(example.verdict == "good" for example in examples) >= 2
    for example in examples:
        found = {found for _, _, found in example.expected}
        if example.verdict == "good":
            assert not found, example.title
        else:  # what a comment fails to suppress is found as well
            assert rule in found, example.title
            assert RULES[rule].family == "settings" or found == {rule}, example.title


def test_every_fence_is_a_block() -> None:
    """A block whose first line is misspelt would be prose, and its example would prove nothing."""
    for rule in RULES:
        text = rule_examples(rule)
        assert text.count("```") == 2 * sum(len(example.files) for example in examples_of(rule)), rule
        assert text.count("#! ") == sum(len(example.expected) for example in examples_of(rule)), rule


def test_registry_is_alphabetical_and_agrees_with_the_folders() -> None:
    folders = {path.parent.name for path in (PACKAGE / "rules").glob("*/*") if path.parent.name != "__pycache__"}
    assert list(RULES) == sorted(RULES)
    assert folders == {rule.folder for rule in RULES.values()}
    for rule in RULES.values():
        assert (PACKAGE / "rules" / rule.folder / "__init__.py").exists() == (rule.about is not None), rule.id
        assert rule.check is None or rule.check.about is rule.about, rule.id


# A finding is made at once, or named first as a pair of rule and parameters, or by the form that a value lacks.
_NAMED = re.compile(
    r"(?:\b(?:Finding|RefusedFileError|YamlError|report|finding|first)\(\s*"
    r'|(?:return |\()(?="[a-z]+-[a-z-]+", \{)|: (?="[a-z]+-form",))'
    r'"([a-z0-9-]+)"'
)


def test_every_rule_in_the_source_is_registered_and_every_registered_rule_is_found_somewhere() -> None:
    used: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        used |= set(_NAMED.findall(path.read_text("utf-8")))
    assert {rule.id for rule in RULES.values() if rule.about is None} <= used <= set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_texts_say_the_same_in_every_language(rule: str) -> None:
    german, english = (rule_texts(rule, language) for language in LANGUAGES)
    assert set(german) == set(english)
    assert {"message", "hint", "why", "remedy"} <= set(german)
    plain = {key.partition("_with_")[0] for key in german}
    assert plain <= {"message", "hint", "why", "remedy", "related"}
    for key in german:
        assert key == "hint" or (german[key].strip() and english[key].strip()), key
        if key.startswith(("message", "hint")):
            assert placeholders(german[key]) == placeholders(english[key]), key


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_start_small_and_end_without_full_stop(rule: str, language: str) -> None:
    texts = rule_texts(rule, language)
    for key in texts.keys() - {"why", "remedy"}:
        assert not texts[key].endswith("."), key
    for key in ("why", "remedy"):
        assert texts[key].endswith("."), key
        assert texts[key][0].isupper(), key
    if language == "en":
        assert not texts["message"][0].isupper()


def all_checked() -> Iterator[Checked]:
    yield from (check(overlaid(example.files), AS_OF) for example in BAD)
    yield from (make() for make, _ in GENERATED.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_reported(language: str) -> None:
    reported: set[str] = set()
    for checked in all_checked():
        report = text.write(report_on(checked, language, AS_OF))
        for finding in checked.findings:
            reported.add(finding.rule)
            assert message(finding, language) in report
            for key, said in (("message", message(finding, language)), ("hint", hint(finding, language))):
                assert not unresolved(finding, said, language), (finding.rule, key, said)
    assert reported == set(RULES)


def test_where_a_deputy_is_called_is_told_apart_from_where_a_role_is_alerted() -> None:
    rule = "role-unreachable"
    bad = (check(overlaid(example.files), AS_OF).findings for example in BAD if example.rule == rule)
    labels = [related(finding, "en") for found in bad for finding in found if finding.rule == rule]
    assert labels == ["alerted here", "alerted here as the deputy of “support”"]


def test_a_severity_is_recognised_in_capitals_that_have_other_letters() -> None:
    """“Maß” is written “MASS” in capitals."""
    path = "severity/it.yaml"
    matrix = MINIMAL.files[path].decode().replace("de: Sev 1", "de: Maß 1").replace("de: Sev 2", "de: Maß 2")
    role = "kind: role\nid: driver\ntitle: {de: Fahrdienst, en: Driver}\n"
    role += "purpose: {de: MASS 1 gilt und MASS 7 auch., en: Delivers.}\n"
    checked = check(overlaid({path: matrix.encode(), "roles/driver.yaml": role.encode()}), date(2026, 11, 22))
    assert not checked.failures
    names = [finding.params["name"] for finding in checked.findings if finding.rule == "severity-name-unknown"]
    assert names == ["MASS 7"]


@pytest.mark.parametrize(
    ("path", "limit", "entry"),
    [
        (
            "chains/it-incident.yaml",
            50,
            "  - {id: more-NN, title: {de: Mehr NN, en: More NN}, roles: [manager]}\n",
        ),
        ("severity/it.yaml", 20, "  - {id: more-NN, rank: NN, title: {de: Grad NN, en: Grade NN}}\n"),
    ],
)
def test_levels_and_severities_are_as_many_as_can_be_taken_in(path: str, limit: int, entry: str) -> None:
    """Everything is judged for every level in every severity."""

    def found(count: int) -> list[Finding]:
        more = "".join(entry.replace("NN", str(number)) for number in range(3, count + 1))
        text = MINIMAL.files[path].decode().replace("\nlevels:\n", f"\nlevels:\n{more}")
        checked = check(overlaid({path: text.encode()}), date(2026, 11, 22))
        return [finding for finding in checked.findings if finding.rule == "value-too-long"]

    assert found(limit) == []
    (finding,) = found(limit + 1)
    assert finding.place.route == ("levels",)
    assert message(finding, "de") == f"die Liste hat {limit + 1} Einträge; erlaubt sind {limit}"


def test_many_seats_of_one_person_take_neither_long_nor_much() -> None:
    head = "kind: role\nid: seat-NN\ntitle: {de: Platz NN, en: Seat NN}\npurpose: {de: Hilft., en: Helps.}\n"
    last = "reachable: [{calendar: 24x7, via: phone, contact: 030 23125 140}]\n"
    texts = [f"{head}same_person_as: [seat-{number + 1}]\n".replace("NN", str(number)) for number in range(1_200)]
    texts.append(head.replace("NN", "1200") + last)
    files = {f"roles/seat-{number}.yaml": text.encode() for number, text in enumerate(texts)}
    start = time.process_time()
    checked = check(overlaid(files), date(2026, 11, 22))
    assert time.process_time() - start < 8
    assert checked.playbook is not None
    roles = checked.playbook.roles
    assert roles["seat-0"].reachable == roles["seat-1200"].reachable != ()
    seats = persons(checked.playbook)
    assert len(seats["seat-0"]) == 1_201
    assert seats["seat-0"] is seats["seat-1200"]


def unresolved(finding: Finding, text: str, language: str) -> bool:
    """Whether a brace is left that no text wrote on purpose, or a value is missing between its quotes."""
    deliberate = "{" in str(finding.params.values()) or any(
        "{{" in written for written in rule_texts(finding.rule, language).values()
    )
    return ("{" in text and not deliberate) or "„“" in text or "“”" in text
