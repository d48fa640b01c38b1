"""What an editor shows in a playbook, tried with the YAML language server that Visual Studio Code uses.

The mark `|` stands where the cursor is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator
from mkdocs.config import load_config

from alarmplan.model.kinds import KINDS
from alarmplan.schemas import schemas
from tests.conftest import PLAYBOOKS, Run
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


def check_jsonschema(schema: Path | str, *files: Path, cwd: Path) -> tuple[int, dict[str, str]]:
    """The exit status, and what is wrong by file. Without the net: a look-up beyond the files would fail."""
    program = Path(sys.executable).with_name("check-jsonschema")
    nowhere = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    done = subprocess.run(
        [program, "--output-format", "json", "--schemafile", schema, *files],
        cwd=cwd,
        env={**os.environ, **nowhere},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    said = json.loads(done.stdout)
    assert said.get("parse_errors", []) == []
    return done.returncode, {error["filename"]: error["message"] for error in said.get("errors", [])}


@pytest.mark.parametrize("name", ["role.schema.json", "playbook.schema.json"])
@pytest.mark.parametrize("folder", [".", "schema", "playbook/roles"])
def test_other_tools_find_the_schemas_from_every_folder(name: str, folder: str, tmp_path: Path) -> None:
    cwd = ROOT / folder
    schema = os.path.relpath(ROOT / "schema" / name, cwd)
    good, bad = PLAYBOOK / "roles" / "support.yaml", tmp_path / "bad.yaml"
    bad.write_text(good.read_text("utf-8").replace("mandate:", "mandat:"), "utf-8")
    status, wrong = check_jsonschema(schema, good, bad, cwd=cwd)
    assert (status, list(wrong)) == (1, [str(bad)])
    assert "'mandat' was unexpected" in wrong[str(bad)]


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
        ("kind: template\nfields:\n  - |", {"id", "title", "hint", "form"}, {"body", "channels"}),
        ("kind: information-package\nfields:\n  - id: x\n    form: |", {"line", "text", "files"}, set()),
        ("kind: situation\n|", {"recognise", "first_reaction", "phases", "live_change"}, {"steps", "levels"}),
        ("kind: situation\nfirst_reaction:\n  - |", {"text", "doer", "within"}, {"id", "goal"}),
        ("kind: situation\ncases:\n  - timeline:\n      - |", {"at", "by", "level", "text"}, {"outcome"}),
        ("kind: process\nsteps:\n  - id: x\n    next:\n      - |", {"to", "when"}, {"doer"}),
        ("kind: service\ncriticality: |", {"critical", "high", "medium", "low"}, set()),
        ("kind: service\ncommitments:\n  - targets:\n      - binding: |", {"target", "guarantee"}, set()),
        ("kind: glossary\nterms:\n  - |", {"definition", "synonyms", "avoid", "see"}, {"say", "form"}),
        ("kind: page\nsections:\n  - table:\n      |", {"columns", "rows"}, {"points"}),
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
        ("kind: template\nfields:\n  - tit|le: x", "Name as people use it."),
        ("kind: page\nle|ad: x", "What the page says, in one or two sentences."),
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
WORDS = "kind: template\nid: new\ntitle: x\nmoment: initial\naudience: customer\nbody: x\n"
PROSE = "kind: page\nid: new\ntitle: x\nsections:\n  - id: a\n    title: x\n"


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        (f"{SOUND}mandat: {{}}\n", (4, 0), "mandat"),
        (f"{SOUND}mandate:\n  alon: [x]\n", (5, 2), "alon"),
        (f"{SOUND}levels: []\n", (4, 0), "levels"),  # a key of another kind
        (f"{SOUND}visibility: secret\n", (4, 12), '"internal", "public"'),
        (f"{WORDS}fields:\n  - {{id: a, title: x, hnit: y}}\n", (7, 22), "hnit"),
        (f"{WORDS}fields:\n  - id: a\n", (7, 4), '"title"'),
        (f"{PROSE}    table: {{columns: [x]}}\n", (6, 4), '"rows"'),
        (f"{PROSE}    tabel: {{}}\n", (6, 4), "tabel"),
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


# With the ids of the playbook

IDS = ".alarmplan/playbook.schema.json"
WITH_IDS = {**SETTINGS, "yaml.schemas": {f"./{IDS}": "playbook/**/*.yaml"}}


@pytest.fixture
def copied(tmp_path: Path, invoke: Run) -> Path:
    """A copy of the playbook with a schema that knows its ids, in German."""
    shutil.copytree(PLAYBOOK, tmp_path / "playbook")
    write_ids(tmp_path, invoke)
    return tmp_path


def write_ids(folder: Path, invoke: Run) -> None:
    done = invoke("schema", "--with-ids", "--lang", "de", "--out", IDS, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.fixture
def ids_editor(installed: None, copied: Path) -> Iterator[LanguageServer]:
    with LanguageServer(copied, WITH_IDS) as server:
        yield server


def test_ids_are_offered_and_explained_by_their_titles(copied: Path, ids_editor: LanguageServer) -> None:
    for path in sorted(copied.rglob("*.yaml")):
        assert ids_editor.diagnose(path.relative_to(copied).as_posix(), path.read_text("utf-8")) == []
    roles = {path.stem for path in (copied / "playbook" / "roles").iterdir()}
    offered = ids_editor.complete(NEW, "kind: role\ndeputies: [|]")
    assert offered.keys() == roles
    assert offered["duty-support"]["documentation"] == "Bereitschaft Erstkontakt"
    assert ids_editor.complete(NEW, "kind: role\nowner: |").keys() == roles
    assert ids_editor.complete(NEW, "kind: chain\nlateral:\n  - approval: |").keys() == roles | {"none"}
    severities = ids_editor.complete(NEW, "kind: chain\nentry: {|}").keys()  # of all matrices
    assert severities >= {"sev1", "sev2", "sev3", "sev4"}
    assert not severities & roles
    moments = ids_editor.complete(NEW, "kind: situation\ndeadlines:\n  - from: |")
    assert moments.keys() >= {"reported", "acknowledged", "classified", "solved", "closed"}
    assert "owner" in ids_editor.complete(NEW, "kind: checklist\ndoer: |")
    said = ids_editor.hover(NEW, "kind: role\nowner: sup|port")
    assert "Rolle, die dieses Dokument aktuell hält." in said
    assert "* `support`: Erstkontakt (Support)\n" in said


def test_an_unknown_id_is_marked_until_it_is_declared(copied: Path, ids_editor: LanguageServer, run: Run) -> None:
    text = f"{SOUND}deputies: [new]\n"
    (marked,) = ids_editor.diagnose(NEW, text)
    assert marked["range"]["start"] == {"line": 4, "character": len("deputies: [")}
    (copied / NEW).write_text(f"{SOUND}deputies: [new]\nmandat: wrong\n", "utf-8")  # misshapen, yet its id counts
    (copied / "playbook" / "roles" / "torn.yaml").write_text("kind: role\nid: torn\ntitle: [\n", "utf-8")
    assert run("schema", "--with-ids", "--out", IDS, cwd=copied).returncode == 0
    ids_editor.changed(copied / IDS)
    assert ids_editor.diagnose(NEW, text) == []
    offered = ids_editor.complete(NEW, "kind: role\nowner: |")
    assert offered["new"]["documentation"] == "Biggest"
    assert "torn" in offered


@pytest.mark.usefixtures("installed")
def test_it_goes_together_with_the_settings_of_this_repository(copied: Path) -> None:
    """Who wants ids may say so in settings of his own, which editors join with those of the repository."""
    shutil.copytree(ROOT / "schema", copied / "schema")
    own = {str(copied / IDS): str(copied / "playbook/**/*.yaml")}
    with LanguageServer(copied, {**SETTINGS, "yaml.schemas": {**SETTINGS["yaml.schemas"], **own}}) as server:
        path = "playbook/chains/it-incident.yaml"
        assert server.diagnose(path, (copied / path).read_text("utf-8")) == []
        assert "duty-support" in server.complete(NEW, "kind: role\ndeputies: [|]")
        assert len(server.diagnose(NEW, f"{SOUND}deputies: [new]\n")) == 1


@pytest.mark.usefixtures("installed")
def test_a_missing_schema_would_silence_the_editor(tmp_path: Path) -> None:
    """Why the settings of this repository do not name a schema that is not there from the start."""
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    both = {**SETTINGS["yaml.schemas"], **WITH_IDS["yaml.schemas"]}
    with LanguageServer(tmp_path, {**SETTINGS, "yaml.schemas": both}) as server:
        (marked,) = server.diagnose(NEW, SOUND)
        assert "Unable to load schema" in marked["message"]
        assert server.hover(NEW, "kind: role\nman|date: {}") == ""
    for name in SETTINGS["yaml.schemas"]:
        assert (ROOT / name).is_file()


# The schema by itself


@pytest.mark.parametrize("with_ids", [False, True])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_schema_needs_nothing_else(with_ids: bool, language: str, tmp_path: Path, run: Run) -> None:
    arguments = ["schema", *(["--with-ids"] if with_ids else []), "--lang", language]
    first, second = (run(*arguments, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert first == second
    schema = json.loads(first)
    Draft202012Validator.check_schema(schema)
    for reference in re.findall(r'"\$ref": "([^"]*)"', first):
        assert reference.removeprefix("#/$defs/") in schema["$defs"]
    assert not re.search(r'"x-(?!language)', first)
    (role,) = (rule["then"] for rule in schema["allOf"] if rule["then"]["title"] in {"Role", "Rolle"})
    assert role["title"] == {"de": "Rolle", "en": "Role"}[language]
    file = tmp_path / "alone.json"
    file.write_text(first, "utf-8")
    assert check_jsonschema(file, PLAYBOOK / "chains" / "it-incident.yaml", cwd=tmp_path) == (0, {})
    assert ("examples" in role["properties"]["deputies"]) != with_ids  # what they name may not be there
    assert role["properties"]["purpose"]["examples"]


def test_every_reference_of_the_schemas_becomes_a_choice(invoke: Run) -> None:
    schema = json.loads(invoke("schema", "--with-ids").stdout)
    references = {
        name: shape for name, shape in schemas()["common.schema.json"]["$defs"].items() if "x-refers-to" in shape
    }
    assert len(references) > 10
    for name in references:
        assert schema["$defs"][name]["enum"], name
        assert "pattern" not in schema["$defs"][name]  # editors would show it beside every id
        assert len(schema["$defs"][name]["enumDescriptions"]) == len(schema["$defs"][name]["enum"])
    elsewhere = [text for name, text in schemas().items() if name != "common.schema.json"]
    assert "x-refers-to" not in json.dumps(elsewhere)


def test_a_foreign_file_is_not_overwritten(tmp_path: Path, invoke: Run) -> None:
    for text in ("{}", "# notes", "\xff"):
        file = tmp_path / "notes"
        file.write_text(text, "latin-1")
        done = invoke("schema", "--out", file)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert file.read_text("latin-1") == text
    done = invoke("-C", tmp_path, "schema", "--with-ids")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("command", ["build", "serve"])
def test_the_preview_keeps_the_schema_fresh_in_its_language(
    command: Literal["build", "serve"], tmp_path: Path, invoke: Run
) -> None:
    shutil.copytree(PLAYBOOKS / "minimal", tmp_path / "playbook")
    write_ids(tmp_path, invoke)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: playbook\nplugins: [alarmplan]\n", "utf-8")
    file = tmp_path / IDS
    (tmp_path / NEW).write_text(SOUND, "utf-8")
    preview(tmp_path, command)
    text = file.read_text("utf-8")
    assert ('"Größte Störung"' in text) == (command == "serve")
    stamp = file.stat().st_mtime_ns
    preview(tmp_path, command)
    assert file.stat().st_mtime_ns == stamp  # editors are not made to read it again
    file.unlink()
    preview(tmp_path, command)
    assert not file.exists()  # it is made only where somebody wants it


def preview(folder: Path, command: Literal["build", "serve"]) -> None:
    """What MkDocs does first, at the start and after every change."""
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command=command, dirty=False)
    config.plugins.on_config(config)


# The net


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
