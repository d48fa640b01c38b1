r"""Every rule keeps its promises: its examples behave, and its texts are there in both languages.

The examples stand in `rules/<rule>/examples.md`, under `## bad: …` and `## good: …`. A block names its
file (`yaml roles/driver.yaml`) and is laid over the playbook in `playbooks/minimal`. What is to be found
stands beneath the guilty line, as `#! rule-id`, and is taken out before the run. A block marked
`yaml-escaped` may write bytes as `\xff`, for what Markdown cannot hold.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from alarmplan import rules, validate
from alarmplan.model.finding import Finding
from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
from alarmplan.report.text import Located, as_text
from alarmplan.report.texts import hint, message, rule_texts
from alarmplan.rules import RULES
from alarmplan.sources.folder import read_folder

PACKAGE = Path(rules.__file__).parents[1]
MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
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
    file = PACKAGE / "rules" / RULES[rule].folder / "examples.md"
    text = file.read_text("utf-8") if file.exists() else ""  # that it has to exist is a test of its own
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        verdict, _, title = heading.partition(": ")
        files: dict[str, bytes] = {}
        expected: list[Spotted] = []
        for form, path, block in re.findall(r"^```(yaml\S*) (\S+)\n(.*?)^```$", body, re.MULTILINE | re.DOTALL):
            kept, marks = take_out_marks(block)
            files[path] = unescaped(kept) if form == "yaml-escaped" else kept.encode()
            expected += [(path, line, mark) for line, mark in marks]
        yield Example(rule, verdict, title, files, sorted(expected))


def take_out_marks(block: str) -> tuple[str, list[tuple[int, str]]]:
    kept: list[str] = []
    marks: list[tuple[int, str]] = []
    for line in block.splitlines(keepends=True):
        if mark := re.fullmatch(r"\s*#! ([a-z0-9-]+)\n", line):
            marks.append((len(kept), mark[1]))
        else:
            kept.append(line)
    return "".join(kept), marks


def unescaped(text: str) -> bytes:
    return text.encode("ascii").decode("unicode_escape").encode("latin-1")


def overlaid(files: dict[str, bytes]) -> Source:
    return Source("playbook", dict(sorted({**MINIMAL.files, **files}.items())))


def spotted(checked: Checked) -> list[Spotted]:
    located = Located(checked.source)
    return sorted((found.place.path, located.spot(found.place).line, found.rule) for found in checked.findings)


def no_organisation() -> Checked:
    without_references = MINIMAL.files["decisions.yaml"].replace(b"owner: manager\n", b"")
    return check(Source("playbook", {"decisions.yaml": without_references}))


def disagreeing_engines() -> Checked:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validate, "is_valid", lambda kind, _: kind != "audiences")
        return check(MINIMAL)


def refused(rule: str) -> Checked:
    return check(Source("playbook", MINIMAL.files, {"roles/driver.yaml": rule}))


# What no block of an examples.md can show; why, is said there.
GENERATED: dict[str, tuple[Callable[[], Checked], list[Spotted]]] = {
    **{
        rule.id: (partial(refused, rule.id), [("roles/driver.yaml", 1, rule.id)])
        for rule in RULES.values()
        if rule.family == "file"
    },
    "organisation-missing": (no_organisation, [("decisions.yaml", 1, "organisation-missing")]),
    "schema-invalid": (disagreeing_engines, [("audiences.yaml", 1, "schema-invalid")]),
}
EXAMPLES = [example for rule in RULES for example in examples_of(rule)]
BAD = [example for example in EXAMPLES if example.verdict == "bad"]


def name(example: Example) -> str:
    return f"{example.rule}: {example.verdict}: {example.title}"


def test_minimal_playbook_is_clean() -> None:
    assert spotted(check(MINIMAL)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_example(example: Example) -> None:
    assert spotted(check(overlaid(example.files))) == example.expected


@pytest.mark.parametrize("rule", GENERATED)
def test_generated(rule: str) -> None:
    make, expected = GENERATED[rule]
    assert spotted(make()) == expected


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_a_bad_and_a_good_example(rule: str) -> None:
    examples = list(examples_of(rule))
    if rule in GENERATED:
        assert not examples
        assert (PACKAGE / "rules" / RULES[rule].folder / "examples.md").read_text("utf-8").strip()
        return
    assert {example.verdict for example in examples} == {"bad", "good"}
    for example in examples:
        assert {found for _, _, found in example.expected} == ({rule} if example.verdict == "bad" else set())


def test_every_fence_is_a_block() -> None:
    """A block whose first line is misspelt would be prose, and its example would prove nothing."""
    for rule in RULES:
        text = (PACKAGE / "rules" / RULES[rule].folder / "examples.md").read_text("utf-8")
        assert text.count("```") == 2 * sum(len(example.files) for example in examples_of(rule)), rule
        assert text.count("#! ") == sum(len(example.expected) for example in examples_of(rule)), rule


def test_registry_is_alphabetical_and_agrees_with_the_folders() -> None:
    folders = {path.parent.name for path in (PACKAGE / "rules").glob("*/*") if path.parent.name != "__pycache__"}
    assert list(RULES) == sorted(RULES)
    assert folders == {rule.folder for rule in RULES.values()}


# A finding is made at once, or named first as a pair of rule and parameters.
_NAMED = re.compile(
    r"(?:\b(?:Finding|RefusedFileError|YamlError|report)\(\s*|"
    r'(?:return |\()(?="[a-z]+-[a-z-]+", \{))"([a-z0-9-]+)"'
)


def test_every_rule_in_the_source_is_registered_and_every_registered_rule_is_found_somewhere() -> None:
    used: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        used |= set(_NAMED.findall(path.read_text("utf-8")))
    assert used == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_texts_say_the_same_in_every_language(rule: str) -> None:
    german, english = (rule_texts(rule, language) for language in LANGUAGES)
    assert set(german) == set(english)
    assert {"message", "hint", "why", "remedy"} <= set(german)
    assert set(german) <= {"message", "hint", "why", "remedy", "hint_with_suggestion", "related"}
    for key in german:
        assert key == "hint" or (german[key].strip() and english[key].strip()), key
        if key in ("message", "hint", "hint_with_suggestion"):
            assert placeholders(german[key]) == placeholders(english[key]), key


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_start_small_and_end_without_full_stop(rule: str, language: str) -> None:
    texts = rule_texts(rule, language)
    for key in ("message", "hint", "hint_with_suggestion", "related"):
        assert not texts.get(key, "").endswith("."), key
    for key in ("why", "remedy"):
        assert texts[key].endswith("."), key
        assert texts[key][0].isupper(), key
    if language == "en":
        assert not texts["message"][0].isupper()


def all_checked() -> Iterator[Checked]:
    yield from (check(overlaid(example.files)) for example in BAD)
    yield from (make() for make, _ in GENERATED.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_reported(language: str) -> None:
    reported: set[str] = set()
    for checked in all_checked():
        report = as_text(checked.findings, checked.source, language)
        for finding in checked.findings:
            reported.add(finding.rule)
            assert message(finding, language) in report
            for key, text in (("message", message(finding, language)), ("hint", hint(finding, language))):
                assert not unresolved(finding, text, language), (finding.rule, key, text)
    assert reported == set(RULES)


def unresolved(finding: Finding, text: str, language: str) -> bool:
    """Whether a brace is left that no text wrote on purpose, or a value is missing between its quotes."""
    deliberate = "{" in str(finding.params.values()) or any(
        "{{" in written for written in rule_texts(finding.rule, language).values()
    )
    return ("{" in text and not deliberate) or "„“" in text or "“”" in text
