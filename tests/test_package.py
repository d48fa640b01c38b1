"""The wheel does the main job elsewhere: in an environment of its own, beside nothing but a playbook."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import lay_out

ROOT = Path(__file__).parents[1]
EPOCH = "1795305600"
MINIMAL = "tests/playbooks/minimal"


def command(*arguments: str | Path, cwd: Path) -> str:
    """Runs a program without anything of this process that could help it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [*map(str, arguments)],
        cwd=cwd,
        env={**clean, "SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def wheel(checkout: Path, tmp_path: Path) -> Path:
    alone = [] if importlib.util.find_spec("hatchling") is None else ["--no-isolation"]
    command(sys.executable, "-m", "build", "--wheel", *alone, "--outdir", tmp_path / "dist", cwd=checkout)
    (found,) = (tmp_path / "dist").glob("alarmplan-*.whl")
    return found


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_everything_and_works_elsewhere(wheel: Path, checkout: Path, tmp_path: Path) -> None:
    """One test, since building the wheel is what takes long."""
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {f"alarmplan/{path}" for path in below(checkout / "generator" / "alarmplan")}
    schemas = {f"alarmplan/data/schema/{path}" for path in below(checkout / "schema")}
    playbook = {f"alarmplan/data/playbook/{path}" for path in below(checkout / "playbook")}
    examples = {f"alarmplan/data/{MINIMAL}/{path}" for path in below(checkout / MINIMAL)}
    assert schemas
    assert playbook
    assert examples
    about = {name for name in names if ".dist-info/" in name}
    assert names - about == package | schemas | playbook | examples
    for needed in (
        "alarmplan/py.typed",
        "alarmplan/outputs/site/assets/site.css",
        "alarmplan/outputs/site/templates/main.html",
        "alarmplan/render/pages/role/page.md",
        "alarmplan/render/sheets/sheet.typ",
        "alarmplan/render/words/de.toml",
        "alarmplan/rules/id_doubled/de.toml",
    ):
        assert needed in names
    assert any(name.endswith("/LICENSE") for name in about)

    python = environment(tmp_path / "elsewhere")
    command(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--disable-pip-version-check",
            "--no-index", "--no-deps", wheel, cwd=tmp_path)  # fmt: skip
    shutil.rmtree(checkout / "generator")
    home = tmp_path / "home"
    lay_out(home / "playbook")
    where = command(python, "-c", "import alarmplan; print(alarmplan.__file__)", cwd=home)
    assert Path(where.strip()).is_relative_to(tmp_path / "elsewhere")

    alarmplan = python.with_name("alarmplan.exe" if python.suffix == ".exe" else "alarmplan")
    assert command(alarmplan, "check", "--strict", cwd=home) == ""
    command(alarmplan, "build", cwd=home)
    built = below(home / "site")
    assert {"index.html", "de/index.html", "de/search/search_index.js"} <= built
    checklists = {path.stem for path in (home / "playbook" / "checklists").glob("*.yaml")}
    assert checklists
    names = {"call-list-linden-books", *(f"checklist-{name}" for name in checklists)}
    assert {path for path in built if path.endswith(".pdf")} == {f"de/sheets/{name}.pdf" for name in names}
    assert {path.name for path in home.iterdir()} == {"playbook", "site"}


def environment(folder: Path) -> Path:
    """A fresh environment that sees our dependencies, but not our own editable installation: it is a path
    file, and those are not read a second time.
    """
    command(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    paths = {"base": str(folder), "platbase": str(folder)}
    site_packages = Path(sysconfig.get_path("purelib", "venv", paths))
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    python = Path(sysconfig.get_path("scripts", "venv", paths)) / Path(sys.executable).name
    assert python.exists()
    return python
