"""What several tests share: the shipped playbook, its built site, the command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from filelock import FileLock

from alarmplan.cli import main
from alarmplan.rules import FAMILIES, RULES

ROOT = Path(__file__).parents[1]
PLAYBOOKS = Path(__file__).parent / "playbooks"
EPOCH = "1795305600"  # 2026-11-22: the day on which the shipped playbook is judged
HERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}  # where the site is built

# Else each of some hundred processes would compile our modules anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

UPKEEP = frozenset(rule.id for rule in FAMILIES["upkeep"])
# For policies that are hostile or short on purpose: what rules think of them is beside the point.
UNJUDGED = {rule.id: "ignore" for rule in RULES.values() if rule.about}

Run = Callable[..., subprocess.CompletedProcess[str]]


def run_alarmplan(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as a user runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "alarmplan", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def run() -> Run:
    return run_alarmplan


def invoke_alarmplan(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command in this process, for what does not depend on having one of its own: half a second less.

    What the command does not catch is raised.
    """
    given = list(map(str, arguments))
    with chdir(cwd):
        done = CliRunner().invoke(
            main,
            given,
            prog_name="alarmplan",
            env={"SOURCE_DATE_EPOCH": EPOCH, **(env or {})},
            catch_exceptions=False,
        )
    return subprocess.CompletedProcess(given, done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def invoke() -> Run:
    return invoke_alarmplan


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped playbook, built once for all workers, sheets included; nobody writes into it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    out = shared / "built" / "site"
    with FileLock(shared / "built.lock"):
        if not out.exists():
            done = run_alarmplan("build", "--out", out, env=HERE)
            assert done.returncode == 0, done.stdout + done.stderr
    return out


def lay_out(playbook: Path) -> None:
    """A small playbook in one language, for those who need any: the shipped one takes five times as long to build.

    Most pages of so small a site are those of the reference, and a second language would double them.
    """
    shutil.copytree(PLAYBOOKS / "minimal", playbook)
    organisation = playbook / "organisation.yaml"
    text = organisation.read_text("utf-8")
    assert "languages: [de, en]" in text
    organisation.write_text(text.replace("languages: [de, en]", "languages: [de]"), "utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout to break: what git tracks or would track, nothing that was built."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    copy = tmp_path / "checkout"
    for path in filter(None, listed):
        if (ROOT / path).is_file():  # not deleted since
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, copy / path)
    return copy
