"""What authors may write to break the report: it neither fails, nor grows without bound, nor gives orders.

Each file is laid over the playbook in `playbooks/minimal`, whose other findings must not be lost.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from alarmplan.model.source import Source
from alarmplan.pipeline import Checked, check
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
