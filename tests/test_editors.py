"""What an editor shows in a playbook, tried with the YAML language server that Visual Studio Code uses.

The mark `|` stands where the cursor is.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from alarmplan.model.kinds import KINDS
from alarmplan.schemas import schemas
from tests.editors.language_server import SERVER, LanguageServer

ROOT = Path(__file__).parents[1]
PLAYBOOK = ROOT / "playbook"
SETTINGS: Mapping[str, Any] = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
NEW = "playbook/roles/new.yaml"


@pytest.fixture(scope="session")
def installed() -> None:
    """The tests fail where CI lacks the server, and are skipped where a person does."""
    if not SERVER.is_file():
        said = "the YAML language server is missing: tests/need-language-server installs it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)


@pytest.fixture(scope="module")
def editor(installed: None) -> Iterator[LanguageServer]:
    """This checkout, opened as it is."""
    with LanguageServer(ROOT, SETTINGS) as server:
        yield server


# The schemas as files


def test_the_root_schema_names_every_kind_and_nothing_else() -> None:
    root = schemas()["playbook.schema.json"]
    assert root["properties"]["kind"]["enum"] == list(KINDS)
    assert root["allOf"] == [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {"$ref": f"{kind}.schema.json"},
        }
        for kind in KINDS
    ]


def check_jsonschema(schema: Path | str, file: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Without the net: a look-up beyond the files would fail."""
    program = Path(sys.executable).with_name("check-jsonschema")
    nowhere = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    return subprocess.run(
        [program, "--schemafile", schema, file],
        cwd=cwd,
        env={**os.environ, **nowhere},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("name", ["role.schema.json", "playbook.schema.json"])
@pytest.mark.parametrize("folder", [".", "schema", "playbook/roles"])
def test_other_tools_find_the_schemas_from_every_folder(name: str, folder: str, tmp_path: Path) -> None:
    cwd = ROOT / folder
    schema = os.path.relpath(ROOT / "schema" / name, cwd)
    done = check_jsonschema(schema, PLAYBOOK / "roles" / "support.yaml", cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        (PLAYBOOK / "roles" / "support.yaml").read_text("utf-8").replace("mandate:", "mandat:"), "utf-8"
    )
    done = check_jsonschema(schema, bad, cwd)
    assert done.returncode == 1
    assert "'mandat' was unexpected" in done.stdout


# What the language server shows


@pytest.mark.parametrize("path", [path.relative_to(ROOT).as_posix() for path in sorted(PLAYBOOK.rglob("*.yaml"))])
def test_nothing_is_marked_in_the_shipped_playbook(path: str, editor: LanguageServer) -> None:
    assert editor.diagnose(path, (ROOT / path).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "offered", "not_offered"),
    [
        ("|", {"kind"}, {"id", "mandate", "levels"}),
        ("kind: |", set(KINDS), set()),
        ("kind: role\n|", {"mandate", "reachable", "title", "must_not"}, {"levels", "severity_matrix", "kind"}),
        ("kind: chain\n|", {"levels", "severity_matrix", "title"}, {"mandate", "reachable"}),
        ("kind: role\nmandate:\n  |", {"alone", "jointly", "budget", "audiences"}, {"mandate", "id"}),
        ("kind: role\nreachable:\n  - |", {"calendar", "via", "contact"}, {"mandate"}),
        ("kind: chain\nlevels:\n  - id: x\n    answer: |", {"any", "all"}, {"none"}),
        ("kind: role\nvisibility: |", {"internal", "public"}, set()),
        ("kind: role\ntitle:\n  de: Störungsdienst\n  |", {"en"}, {"de"}),
    ],
)
def test_what_fits_is_offered(text: str, offered: set[str], not_offered: set[str], editor: LanguageServer) -> None:
    labels = editor.complete(NEW, text).keys()
    assert offered <= labels
    assert labels & not_offered == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ki|nd: role", "What this file describes"),
        ("kind: role\nman|date: {alone: [x]}", "What this role may do without asking."),
        ("kind: role\nmandate:\n  alo|ne: [x]", "Decisions this role takes alone."),
        ("kind: role\nrevi|ew_every: 6 month", "How long until it has to be confirmed again."),
        ("kind: role\ntitle: Ä\nown|er: x", "The role that keeps this document up to date."),
        ("kind: role\npurp|ose: Ä", "What this role is for, in one sentence."),
        ("kind: role\ntitle: {de: Größe, e|n: x}", "English"),
    ],
)
def test_a_key_is_explained(text: str, said: str, editor: LanguageServer) -> None:
    assert said in editor.hover(NEW, text)


def test_umlauts_arrive_and_do_not_shift_places(editor: LanguageServer) -> None:
    assert "Führt große Störungen." in editor.hover(NEW, "kind: role\npurp|ose: x")
    marked = editor.diagnose(NEW, f"{SOUND}mandate: {{alone: [x], äöüß😀: 1}}\n")
    assert [(said["message"], said["range"]["start"]["character"]) for said in marked] == [
        ("Property äöüß😀 is not allowed.", len("mandate: {alone: [x], "))
    ]


SOUND = "kind: role\nid: new\ntitle: {de: Größte Störung, en: Biggest}\npurpose: x\n"


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        (f"{SOUND}mandat: {{}}\n", (4, 0), "mandat"),
        (f"{SOUND}mandate:\n  alon: [x]\n", (5, 2), "alon"),
        (f"{SOUND}levels: []\n", (4, 0), "levels"),  # a key of another kind
        (f"{SOUND}visibility: secret\n", (4, 12), '"internal", "public"'),
        ("kind: rol\nid: new\n", (0, 6), '"role"'),
        ("id: new\ntitle: x\n", (0, 0), '"kind"'),
    ],
)
def test_a_mistake_is_marked_once_and_where_it_is(
    text: str, at: tuple[int, int], said: str, editor: LanguageServer
) -> None:
    assert editor.diagnose(NEW, SOUND) == []
    (marked,) = editor.diagnose(NEW, text)
    assert (marked["range"]["start"]["line"], marked["range"]["start"]["character"]) == at
    assert said in marked["message"]


def connections(folder: Path, settings: Mapping[str, Any]) -> bool:
    """Whether the server asks the net for anything while it serves a file."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.settimeout(2)
        settings = {**settings, "http.proxy": f"http://127.0.0.1:{proxy.getsockname()[1]}"}
        with LanguageServer(folder, settings) as server:
            try:
                proxy.accept()[0].close()
            except TimeoutError:
                assert server.diagnose(NEW, SOUND) == []
                return False
    return True


@pytest.mark.usefixtures("installed")
def test_the_net_is_asked_for_nothing() -> None:
    assert not connections(ROOT, SETTINGS)
    assert connections(ROOT, {**SETTINGS, "yaml.schemaStore.enable": True})  # else this would prove nothing


def test_the_extension_is_recommended() -> None:
    said = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in said["recommendations"]


def test_the_lock_names_no_registry() -> None:
    lock = (ROOT / "tests" / "editors" / "package-lock.json").read_text("utf-8")
    assert "integrity" in lock
    assert not re.search(r'"resolved"|\.tgz', lock)
