"""The hooks for pre-commit, run by pre-commit itself, which installs them into an environment of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

MINIMAL = Path(__file__).parent / "playbooks" / "minimal"
EPOCH = "1795305600"


def environment(cache: Path) -> Mapping[str, str]:
    """Pip builds and installs the hooks without the net: what they depend on is seen from the tests' environment.

    Our own editable installation is a path file there, and those are not read from PYTHONPATH.
    """
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_"))}
    return {
        **clean,
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))),
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it the wrong way round: this switches isolation off
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PRE_COMMIT_HOME": str(cache),
        "SOURCE_DATE_EPOCH": EPOCH,
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }


def test_a_broken_playbook_is_not_committed(checkout: Path, tmp_path: Path) -> None:
    """One test, since installing the hooks is what takes long."""
    home = tmp_path / "home"
    variables = environment(tmp_path / "cache")

    def run(*command: str | Path, cwd: Path = home) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, command)),
            cwd=cwd,
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=300,
        )

    def commit(path: str, text: str) -> tuple[bool, str]:
        """Tries to commit one file; where that fails, it is put back as it was."""
        (home / path).write_text(text, "utf-8")
        assert run("git", "add", path).returncode == 0
        done = run("git", "commit", "--message", "x")
        if done.returncode != 0:
            run("git", "checkout", "HEAD", "--", path)
        return done.returncode == 0, done.stdout

    for folder in (checkout, home):
        folder.mkdir(exist_ok=True)
        run("git", "init", "--quiet", cwd=folder)
    run("git", "add", "--all", cwd=checkout)
    run("git", "commit", "--quiet", "--message", "x", cwd=checkout)
    revision = run("git", "rev-parse", "HEAD", cwd=checkout).stdout.strip()
    hooks = [{"id": "alarmplan-check"}, {"id": "alarmplan-schema"}]
    config = {"repos": [{"repo": str(checkout), "rev": revision, "hooks": hooks}]}
    (home / ".pre-commit-config.yaml").write_text(json.dumps(config), "utf-8")
    shutil.copytree(MINIMAL, home / "playbook")
    run("git", "add", "--all")
    done = run(Path(sys.executable).with_name("pre-commit"), "install", "--install-hooks")
    assert done.returncode == 0, done.stdout
    assert list((tmp_path / "cache").glob("repo*/py_env*/lib/*/site-packages/alarmplan/__init__.py"))

    # A sound playbook passes; a file name given to the command would be wrong use.
    done = run("git", "commit", "--message", "x")
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Passed") == 2
    schema = home / ".alarmplan" / "playbook.schema.json"
    assert '"manager"' in schema.read_text("utf-8")
    assert run("git", "status", "--short").stdout == ""  # git does not see the schema

    # One file is staged; the mistake it makes is in others.
    support = "playbook/roles/support.yaml"
    text = (home / support).read_text("utf-8")
    passed, said = commit(support, text.replace("id: support", "id: helpdesk"))
    assert not passed
    assert "playbook/chains/it-incident.yaml:" in said
    assert "error reference-missing: role “support” does not exist" in said
    assert '"helpdesk"' in schema.read_text("utf-8")

    passed, said = commit(support, f"{text}# a remark\n")
    assert passed, said
    assert said.count("Passed") == 2

    passed, said = commit("notes.yaml", "kind: nothing of ours\n")
    assert passed, said
    assert said.count("Skipped") == 2
