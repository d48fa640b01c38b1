"""What several tests share: the shipped playbook, its built site, the command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLAYBOOKS = Path(__file__).parent / "playbooks"
EPOCH = "1795305600"  # 2026-11-22: the day on which the shipped playbook is judged

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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped playbook, built once, sheets included."""
    out = tmp_path_factory.mktemp("built") / "site"
    done = run_alarmplan("build", "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


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
