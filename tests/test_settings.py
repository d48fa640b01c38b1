"""How severe a finding is: what a playbook and the caller may say about it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from alarmplan.analyse import analyse
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place
from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
from alarmplan.rules import FAMILIES, RULES, role_without_deputy
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.judge import judge
from alarmplan.sources.folder import read_folder
from tests.conftest import Run

MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")

TODAY = date(2026, 11, 22)
VAGUE = (
    b"kind: role\nid: driver\ntitle: {de: Fahrdienst, en: Driver}\npurpose: {de: Liefert.}\nowner: manager\n"
    b"reviewed: 2026-10-01\nreview_every: bald\n"
)
OF_DRIVER = MINIMAL.files["organisation.yaml"].replace(b"owner: manager", b"owner: driver")  # so it is needed


def checked(checks: Mapping[str, str]) -> Checked:
    said = "".join(f"  {name}: {word}\n" for name, word in checks.items())
    organisation = OF_DRIVER + (f"checks:\n{said}" if said else "").encode()
    files = {**MINIMAL.files, "organisation.yaml": organisation, "roles/driver.yaml": VAGUE}
    return check(Source("playbook", dict(sorted(files.items()))), TODAY)


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ({}, {"duration-vague": "warning", "translation-missing": "warning"}),
        ({"duration-vague": "error"}, {"duration-vague": "error", "translation-missing": "warning"}),
        ({"duration-vague": "ignore"}, {"translation-missing": "warning"}),
        ({"text": "error"}, {"duration-vague": "warning", "translation-missing": "error"}),
        (
            {"text": "ignore", "translation-missing": "error"},
            {"duration-vague": "warning", "translation-missing": "error"},
        ),
        (
            {"translation-missing": "error", "text": "ignore"},
            {"duration-vague": "warning", "translation-missing": "error"},
        ),
        ({"shape": "error"}, {"duration-vague": "warning", "translation-missing": "warning"}),
        (
            {"reference-missing": "warning"},
            {"duration-vague": "warning", "translation-missing": "warning", "setting-locked": "error"},
        ),
        (
            {"txt": "error"},
            {"duration-vague": "warning", "translation-missing": "warning", "setting-unknown": "error"},
        ),
    ],
)
def test_severities(checks: dict[str, str], expected: dict[str, str]) -> None:
    result = checked(checks)
    assert {finding.rule: result.severities[finding.rule] for finding in result.findings} == expected
    assert result.passed == ("error" not in expected.values())


def test_who_does_not_want_to_hear_of_more_findings_is_shown_all_of_them() -> None:
    links = "".join(f"  [x](role:no-{'x' * number})\n" for number in range(1, 103))
    driver = f"kind: role\nid: driver\ntitle: X\nowner: manager\npurpose: |\n{links}".encode()
    for word, shown in (("warning", 100), ("ignore", 102)):
        organisation = OF_DRIVER + f"checks: {{findings-cut: {word}}}\n".encode()
        files = {**MINIMAL.files, "organisation.yaml": organisation, "roles/driver.yaml": driver}
        rules = [finding.rule for finding in check(Source("playbook", files), TODAY).findings]
        assert rules.count("reference-missing") == shown
        assert ("findings-cut" in rules) == (word == "warning")


def test_families_hold_every_rule_once() -> None:
    assert sorted(rule.id for family in FAMILIES.values() for rule in family) == sorted(RULES)
    assert all(FAMILIES.values())
    assert not set(FAMILIES) & set(RULES)


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    added = {"organisation.yaml": OF_DRIVER, "roles/driver.yaml": VAGUE}
    for path, content in {**MINIMAL.files, **added}.items():
        (tmp_path / "playbook" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "playbook" / path).write_bytes(content)
    return tmp_path


def reported(invoke: Run, playbook: Path, *options: str) -> tuple[int, set[str]]:
    done = invoke("check", *options, cwd=playbook)
    return done.returncode, {rule for rule in RULES if f" {rule}: " in done.stdout}


def test_select_and_ignore(invoke: Run, playbook: Path) -> None:
    both = {"duration-vague", "translation-missing"}
    assert reported(invoke, playbook) == (0, both)
    assert reported(invoke, playbook, "--strict") == (1, both)
    assert reported(invoke, playbook, "--select", "time") == (0, {"duration-vague"})
    assert reported(invoke, playbook, "--select", "time,text") == (0, both)
    assert reported(invoke, playbook, "--select", "time", "--select", "translation-missing") == (0, both)
    assert reported(invoke, playbook, "--ignore", "duration-vague", "--strict") == (1, {"translation-missing"})
    nothing = "--select", "text", "--ignore", "translation-missing", "--strict"
    assert reported(invoke, playbook, *nothing) == (0, set())


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_wrong_use(invoke: Run, playbook: Path, option: str) -> None:
    done = invoke("check", option, "duration-vage", cwd=playbook)
    assert done.returncode == 2
    assert "did you mean “duration-vague”?" in done.stderr
    assert "Traceback" not in done.stderr


@judges(Role)
def broken(_: Evidence, document: Role) -> list[Fault]:
    if document.id == "manager":
        raise ZeroDivisionError("by nothing")
    return [Fault(Place("roles/support.yaml"), {"role": document.id})]


def test_a_broken_rule_names_itself_and_the_file_and_takes_no_other_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    playbook = check(MINIMAL, TODAY).playbook
    assert playbook is not None
    monkeypatch.setattr(role_without_deputy, "check", broken)
    findings, failures = judge(Evidence(playbook, analyse(playbook), TODAY, {}), (RULES["role-without-deputy"],))
    assert [(failure.rule, failure.path) for failure in failures] == [
        ("role-without-deputy", "roles/manager.yaml")
    ]
    assert [finding.rule for finding in findings] == ["role-without-deputy"] * (len(playbook.roles) - 1)


BROKEN_RULE = """
from alarmplan.cli import main
from alarmplan.model.kinds.role import Role
from alarmplan.rules import role_without_deputy
from alarmplan.rules.check import judges

@judges(Role)
def broken(evidence, role):
    if role.id == "manager":
        raise ZeroDivisionError("by nothing")
    return ()

role_without_deputy.check = broken
main()
"""


@pytest.mark.parametrize("debug", [False, True])
def test_the_command_owns_up_to_a_broken_rule(playbook: Path, debug: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN_RULE, *(["--debug"] if debug else []), "check"],
        cwd=playbook,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "translation-missing" in done.stdout
    if debug:
        assert "Traceback" in done.stderr
        assert done.stderr.splitlines()[-1] == "ZeroDivisionError: by nothing"
        assert done.returncode == 1
    else:
        assert done.stderr.count("\n") == 1
        for part in ("role-without-deputy", "roles/manager.yaml", "ZeroDivisionError('by nothing')", "--debug"):
            assert part in done.stderr
        assert done.returncode == 2
