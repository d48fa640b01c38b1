"""What authors may write to break the report: it neither fails, nor grows without bound, nor gives orders.

Each file is laid over the playbook in `playbooks/minimal`, whose other findings must not be lost.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
from alarmplan.report.formats import FORMATS
from alarmplan.report.report import report_on
from alarmplan.sources.folder import read_folder

MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
AS_OF = date(2026, 11, 22)
ROLE = "kind: role\nid: driver\ntitle: {de: Fahrdienst, en: Driver}\npurpose: {de: Liefert aus., en: Delivers.}\n"


def checked(text: str, path: str = "roles/driver.yaml") -> Checked:
    return check(Source("playbook", {**MINIMAL.files, path: text.encode()}), AS_OF)


def rules_at(found: Checked, path: str = "roles/driver.yaml") -> list[str]:
    return [finding.rule for finding in found.findings if finding.place.path == path]


@pytest.mark.parametrize("amount", [f"{'9' * 5000} EUR", f"{'9' * 5000} Euro", f"EUR {'1.000' + '.000' * 2000}"])
def test_money_beyond_all_counting(amount: str) -> None:
    assert "money-form" in rules_at(checked(f"{ROLE}mandate: {{budget: {amount}}}\n"))


def test_the_largest_budget() -> None:
    assert "money-form" not in rules_at(checked(f"{ROLE}mandate: {{budget: {'9' * 15} EUR}}\n"))


def test_a_duration_is_short() -> None:
    assert "value-too-long" in rules_at(checked(f"{ROLE}review_every: {'viel ' * 1000}\n"))


TOKEN = f"ghp_{'abcdefghijklmnopqrstuvwxyz0123456789'}"


@pytest.mark.parametrize(
    "text",
    [
        f"{ROLE}passwort: {TOKEN}\n",  # not valid
        f"{ROLE}purpose: [\n# {TOKEN}\n",  # not loadable
        f"- {TOKEN}\n",  # no mapping
        ROLE.replace("driver", "manager") + f"# {TOKEN}\n",  # declared before
    ],
)
def test_secrets_in_broken_files(text: str) -> None:
    assert rules_at(checked(text)).count("secret-written") == 1


def test_secrets_without_an_organisation() -> None:
    found = check(Source("playbook", {"a.yaml": f"{ROLE}# {TOKEN}\n".encode()}), AS_OF)
    assert rules_at(found, "a.yaml").count("secret-written") == 1


@pytest.mark.parametrize("broken", ["", "unknown: x\n", "purpose: [\n"])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_what_is_no_secret_is_none_in_a_broken_file(broken: str, between: str) -> None:
    comment = "# alarmplan: ignore[secret-written] -- Beispiel der Anleitung"
    line = f"{comment}\ntags: [{TOKEN}]\n" if between == "\n" else f"tags: [{TOKEN}]  {comment}\n"
    assert "secret-written" not in rules_at(checked(f"{ROLE}{line}{broken}"))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "line",
    [
        f"passwort: {TOKEN}",
        f"mandate: {{budget: {TOKEN}}}",
        f"{TOKEN}: x",
        f"id: [x]  # {TOKEN}",
        f"tags: [{'x' * 45}-{TOKEN}]",  # messages cut it off
    ],
)
def test_no_format_tells_a_secret(name: str, line: str) -> None:
    written = FORMATS[name](report_on(checked(f"{ROLE}{line}\n"), "de", AS_OF))
    assert "secret-written" in written
    assert "ghp_abc" not in written


def test_what_is_said_to_be_a_password_is_not_told() -> None:
    written = FORMATS["text"](
        report_on(checked(f"{ROLE}owner: x\n# Passwort: Herbst#2026\ntags: [Herbst#2026]\n"), "de", AS_OF)
    )
    assert "Passwort: Herb*******" in written
    assert "Herbst#2026" not in written


def test_no_line_of_a_key_is_shown() -> None:
    body = "MIIEpAIBAAKCAQEA1c7+9z5Pad7OejecsQ0bu3aumXOqMpMOKXo6xFvDB3xKZ0vW"
    text = f"{ROLE}-----BEGIN RSA PRIVATE KEY-----\n{body}\n-----END RSA PRIVATE KEY-----\n"
    assert body not in FORMATS["text"](report_on(checked(text), "de", AS_OF))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", ["::stop-commands::x.yaml", " ::add-mask::x.yaml", "##vso[task.x]y.yaml"])
def test_no_build_server_is_given_orders(name: str, path: str) -> None:
    text = f"{ROLE}'##[error]a': '##vso[task.setvariable]b'\nmandate: {{budget: '##[error]'}}\n"
    found = check(Source(".", {**MINIMAL.files, path: text.encode()}), AS_OF)
    written = FORMATS[name](report_on(found, "de", AS_OF))
    assert not re.search(r"##\w*\[", written)
    commands = [line for line in written.splitlines() if line.lstrip().startswith("::")]
    assert all(re.match("::(error|warning|notice)[ :]", line) for line in commands)
    assert name == "github" or not commands


def test_carets_stay_below_what_they_mark() -> None:
    lines = FORMATS["text"](report_on(checked(f"{ROLE}'##[x]': 1\n"), "de", AS_OF)).splitlines()
    at = next(number for number, line in enumerate(lines) if "'♯#[x]'" in line)
    assert lines[at].index("'♯") == lines[at + 1].index("^")


@pytest.mark.parametrize("name", FORMATS)
def test_messages_are_bounded(name: str) -> None:
    text = f"{ROLE}owner: {'o' * 100_000}\n{'k' * 1000}: x\nmandate: {{budget: {'9' * 100_000}}}\n"
    ids = [f"calendar-{'x' * 40}-{number}" for number in range(200)]
    calendars = "".join(
        f"  - {{id: {one}, title: {{de: x, en: x}}, union: [{other}]}}\n"
        for one, other in zip(ids, [*ids[1:], ids[0]], strict=True)
    )
    organisation = MINIMAL.files["organisation.yaml"].decode() + calendars
    files = {**MINIMAL.files, "organisation.yaml": organisation.encode(), "roles/driver.yaml": text.encode()}
    report = report_on(check(Source("playbook", files), AS_OF), "de", AS_OF)
    assert any(entry.finding.rule == "calendar-circle" for entry in report.entries)
    assert max(len(entry.message) for entry in report.entries) < 1000
    assert max(len(line) for line in FORMATS[name](report).splitlines()) < 10_000


@pytest.mark.parametrize("name", ["text", "json", "github", "junit", "sarif"])
def test_rules_that_wait_are_told(name: str) -> None:
    report = report_on(checked(f"{ROLE}owner: [\n"), "de", AS_OF)
    assert report.waiting
    written = FORMATS[name](report)
    assert (f'"waiting": {report.waiting}' if name == "json" else report.outlook) in written


@pytest.mark.parametrize("name", FORMATS)
def test_the_address_of_the_site_gives_nothing_away(name: str) -> None:
    organisation = MINIMAL.files["organisation.yaml"] + b"site_url: https://wiki:Herbst2026@linden.example/\n"
    report = report_on(
        check(Source("p", {**MINIMAL.files, "organisation.yaml": organisation}), AS_OF), "de", AS_OF
    )
    assert report.entries
    assert "Herbst2026" not in FORMATS[name](report)
