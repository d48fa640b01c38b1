"""What several places have to agree on: schemas and model, words and templates, registries and folders, documents
and commands. Each guard has been seen to fail.
"""

from __future__ import annotations

import ast
import copy
import inspect
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

import alarmplan
from alarmplan import cli
from alarmplan.load import load
from alarmplan.model.deadline import MOMENTS
from alarmplan.model.duration import UNITS, WORKING_UNITS
from alarmplan.model.kinds import KINDS
from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.render import pages, sheets
from alarmplan.render.pages import PAGES
from alarmplan.render.sheets import SHEETS
from alarmplan.render.words import languages
from alarmplan.rules import RULES
from alarmplan.schemas import ROOT as ROOT_SCHEMA
from alarmplan.sources.folder import read_folder
from alarmplan.validate import engine, explain
from tests.conftest import EPOCH, UPKEEP, Run, lay_out

ROOT = Path(__file__).parents[1]
PACKAGE = Path(alarmplan.__file__).parent
SCHEMAS = {
    path.name: json.loads(path.read_text("utf-8"))
    for path in sorted((ROOT / "schema").glob("*.json"))
    if path.name != ROOT_SCHEMA  # tests/test_editors.py holds it to the kinds
}

# Schemas


def test_every_kind_has_a_schema_and_every_schema_a_kind() -> None:
    assert list(KINDS) == sorted(KINDS)
    assert set(SCHEMAS) == {f"{kind}.schema.json" for kind in KINDS} | {"common.schema.json"}
    for kind in KINDS:
        schema = SCHEMAS[f"{kind}.schema.json"]
        assert "$id" not in schema  # a relative one would hide from tools in which folder the others lie
        assert schema["properties"]["kind"]["const"] == kind


def inside(value: Any, route: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Every mapping in a schema with its route; what examples hold is data, not schema."""
    if isinstance(value, dict):
        yield route, value
        for key, child in value.items():
            if key not in {"examples", "enum", "const"} and not key.startswith("x-"):
                yield from inside(child, (*route, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from inside(child, (*route, str(index)))


def properties() -> Iterator[tuple[str, tuple[str, ...], Mapping[str, Any]]]:
    """Every property of every schema: where it stands, and what is said of it.

    The languages of a text (`de`, `en` in the shared definitions) are no properties somebody looks up.
    """
    for name, schema in SCHEMAS.items():
        for route, part in inside(schema):
            if (
                len(route) >= 2
                and route[-2] == "properties"
                and not (route[0] == "$defs" and route[-1] in languages())
            ):
                yield name, route, part


PROPERTIES = [
    pytest.param(*found, id=f"{found[0].partition('.')[0]}:{'/'.join(found[1])}") for found in properties()
]


@pytest.mark.parametrize(("name", "route", "part"), PROPERTIES)
def test_every_property_is_described_in_both_languages(
    name: str, route: tuple[str, ...], part: Mapping[str, Any]
) -> None:
    """Demanded of the property itself, whatever its `$ref` says: title, description, the same in `x-de`, examples
    that are valid.
    """
    for said in (part, part.get("x-de", {})):
        for key in ("title", "description"):
            assert str(said.get(key, "")).strip(), key
        assert said["title"][0].isupper()
        assert said["description"].endswith((".", "?", "!"))
    assert part.get("examples")
    pointer = "/".join(step.replace("~", "~0").replace("/", "~1") for step in route)
    validator = validator_of(f"{name}#/{pointer}")
    for example in part["examples"]:
        assert [error.message for error in validator.iter_errors(example)] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_and_shared_definitions_have_titles(name: str) -> None:
    schema = SCHEMAS[name]
    for said in (schema, schema["x-de"]):
        assert said["title"]
        assert said["description"]
    for definition in schema.get("$defs", {}).values():
        assert definition["title"]
        assert definition["x-de"]["title"]


def test_schemas_are_schemas_and_every_reference_leads_somewhere() -> None:
    shared = SCHEMAS["common.schema.json"]["$defs"]
    open_shapes = (shared["document"], shared["form-field"])  # closed by the schemas that complete them
    for name, schema in SCHEMAS.items():
        Draft202012Validator.check_schema(schema)
        for _, part in inside(schema):
            if "$ref" in part:
                file, _, route = str(part["$ref"]).partition("#/$defs/")
                assert route in SCHEMAS[file or name]["$defs"], part["$ref"]
            if part.get("type") == "object":  # a misspelt key must not pass
                closed = part.get("additionalProperties") is not None or "unevaluatedProperties" in part
                assert closed or part in open_shapes, (name, part.get("title"))


@cache
def registry() -> Registry[Any]:
    resources = [(name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()]
    return Registry().with_resources(resources)


def validator_of(reference: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": reference}, registry=registry(), format_checker=FormatChecker())


Around = tuple[tuple[Mapping[str, Any], str], ...]  # each mapping on the way in, with the key that leads on


def scoped(schema: Mapping[str, Any], around: Around = ()) -> Iterator[tuple[str, Around]]:
    """Every reference that is known within a document named by another key: that key, and what is around."""
    whole = resolved(schema)
    if whole.get("x-within", "id") != "id":
        yield whole["x-within"], around
    for key, part in whole.get("properties", {}).items():
        if "x-text" not in whole:
            yield from scoped(part, (*around, (whole, key)))
    for keyword in ("items", "propertyNames", "additionalProperties"):
        if isinstance(whole.get(keyword), Mapping):
            yield from scoped(whole[keyword], around)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_reference_is_looked_up_in_is_always_said(kind: str) -> None:
    """Else the reference would be followed nowhere, and nobody would hear of it."""
    for within, around in scoped(SCHEMAS[f"{kind}.schema.json"]):
        whole, key = next((whole, key) for whole, key in reversed(around) if within in whole["properties"])
        assert within in (*whole.get("required", ()), *whole.get("dependentRequired", {}).get(key, ())), (
            within,
            key,
        )


# Schemas and model


def resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in schema:
        return schema
    file, _, name = schema["$ref"].partition("#/$defs/")
    target = resolved(SCHEMAS[file or "common.schema.json"]["$defs"][name])
    both = {**target.get("properties", {}), **schema.get("properties", {})}
    needed = [*schema.get("required", ()), *target.get("required", ())]
    return {**target, **schema, "properties": both, "required": needed}


def part_types(annotation: Any) -> Iterator[type[Any]]:
    """The dataclasses of ours within a type: through `| None`, tuples and mappings."""
    if is_dataclass(annotation) and isinstance(annotation, type) and not hasattr(annotation, "parse"):
        yield annotation
    for argument in get_args(annotation):
        yield from part_types(argument)


def disagreements(model: type[Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    schema = resolved(schema)
    if "items" in schema:
        schema = resolved(schema["items"])
    names = {field.name.rstrip("_"): field for field in fields(model)}
    if set(names) != set(schema["properties"]):
        yield f"{where}: {sorted(set(names) ^ set(schema['properties']))}"
        return
    needed = {
        name for name, field in names.items() if field.default is MISSING and field.default_factory is MISSING
    }
    if needed != set(schema.get("required", ())):
        yield f"{where}, required: {sorted(needed ^ set(schema.get('required', ())))}"
    hints = get_type_hints(model)
    for name, field in names.items():
        for part in part_types(hints[field.name]):
            yield from disagreements(part, schema["properties"][name], f"{where}.{name}")


@pytest.mark.parametrize("kind", KINDS)
def test_properties_are_the_fields_of_the_model(kind: str) -> None:
    assert list(disagreements(KINDS[kind], SCHEMAS[f"{kind}.schema.json"], kind)) == []


def test_a_forgotten_field_would_be_found() -> None:
    schema = copy.deepcopy(SCHEMAS["chain.schema.json"])
    schema["properties"]["levels"]["items"]["properties"]["colour"] = {}
    assert list(disagreements(KINDS["chain"], schema, "chain")) == ["chain.levels: ['colour']"]


# The two engines

DOCUMENTS = [
    document for document in load(read_folder(ROOT / "playbook", "playbook"))[0] if document.kind in KINDS
]
SURPRISES: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**30, "https://x y", "", " ", "\n", "two\nlines", "Ä", "none", "2026-02-30", "25:00",
    "-", "2026-02-03", "a--b", "x" * 70, [], [[]], [""], ["a", "a"], {}, {"": ""},
    {"de": ""}, {"de": "x", "fr": "y"},
)  # fmt: skip


def test_engines_agree_on_the_shipped_playbook() -> None:
    assert len(DOCUMENTS) > 20
    for document in DOCUMENTS:
        assert agreed(str(document.kind), document.data) is True, document.path


@pytest.mark.parametrize("seed", range(10))
def test_engines_agree_on_mutations(seed: int) -> None:
    """Keys dropped and renamed, values of another type: the fast engine and the one that explains say the same."""
    chance = random.Random(seed)
    verdicts = []
    for number in range(40):
        document = DOCUMENTS[(seed * 40 + number) % len(DOCUMENTS)]
        data = copy.deepcopy(dict(document.data))
        for _ in range(chance.choice([1, 1, 2])):
            mutate(data, chance)
        verdict = agreed(str(document.kind), data)
        verdicts.append(verdict)
        if not verdict:
            assert explain.explain(document.path, str(document.kind), data)
    assert {True, False} == set(verdicts)


def agreed(kind: str, data: Mapping[str, Any]) -> bool:
    fast = engine.is_valid(kind, data)
    errors = [
        f"{list(error.absolute_path)}: {error.message[:200]}"
        for error in explain._validator(kind).iter_errors(data)
    ]
    assert fast == (not errors), (kind, fast, errors)
    return fast


def mutate(data: dict[str, Any], chance: random.Random) -> None:
    spots = [(container, key) for container, key in containers(data) if (container, key) != (data, "kind")]
    if not spots:
        return
    container, key = chance.choice(spots)
    match chance.choice(["drop", "rename", "retype", "retype"]):
        case "drop":
            del container[key]
        case "rename" if isinstance(container, dict):
            container[chance.choice([f"{key}s", "", "x-note", "owner", "title"])] = container.pop(key)
        case _:
            container[key] = copy.deepcopy(chance.choice(SURPRISES))


def containers(value: Any) -> Iterator[tuple[Any, Any]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in pairs:
        yield value, key
        yield from containers(child)


# Words


def word_files() -> list[Path]:
    return [PACKAGE / "render" / "words", PACKAGE / "report"]


def leaves(table: Mapping[str, Any], route: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{route}{key}.")
        else:
            yield f"{route}{key}", value


@pytest.mark.parametrize("folder", word_files(), ids=lambda folder: folder.name)
def test_words_are_there_in_every_language(folder: Path) -> None:
    files = {
        path.stem: dict(leaves(tomllib.loads(path.read_text("utf-8")))) for path in sorted(folder.glob("*.toml"))
    }
    assert tuple(files) == languages()
    first = files[languages()[0]]
    for words in files.values():
        assert set(words) == set(first)
        for key, value in words.items():
            assert type(value) is type(first[key]), key
            if isinstance(value, list):
                assert len(value) == len(first[key]), key
            else:
                assert value.strip() or key == "phrases.between_parts", key
                assert sorted(re.findall(r"\{\w*\}", value)) == sorted(re.findall(r"\{\w*\}", first[key])), key


@cache
def phrases() -> Mapping[str, Any]:
    raw = tomllib.loads((PACKAGE / "render" / "words" / "de.toml").read_text("utf-8"))
    assert set(raw["units"]) == {*UNITS, *(f"working_{unit}" for unit in WORKING_UNITS)}
    assert len(raw["months"]) == 12
    found: Mapping[str, Any] = raw["phrases"]
    return found


def sources(*suffixes: str) -> str:
    folders = (PACKAGE / "render", PACKAGE / "outputs", PACKAGE / "cli")
    paths = sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in suffixes and path.parent.name != "words"
    )
    return "\n".join(path.read_text("utf-8") for path in paths)


def enum(file: str, *route: str) -> list[str]:
    part = SCHEMAS[f"{file}.schema.json"]
    for step in route:
        part = part[step]
    return [str(value) for value in part["enum"]]


def property_of(*names: str) -> tuple[str, ...]:
    """`levels`, `by` → the route in a schema, through lists."""
    steps = [("properties", names[0]), *(("items", "properties", name) for name in names[1:])]
    return tuple(step for group in steps for step in group)


# How the name of a phrase is made of a value of the policy, and which values there are.
COMPOSED: dict[str, Sequence[str | tuple[str, str]]] = {
    "comparison_{}": enum("triggers", *property_of("hard", "comparison")),
    "scope_{}": enum("triggers", *property_of("hard", "scope")),
    "else_{}": enum("chain", *property_of("lateral", "else")),
    "{}_way": enum("chain", *property_of("lateral", "form")),
    "advance_{}": enum("chain", "properties", "advance", "properties", "by"),
    "from_{}": [*MOMENTS, "own"],
    "before_{}": [*MOMENTS, "own"],
    "binding_{}": enum("service", *property_of("commitments", "targets", "binding")),
    "criticality_{}": enum("service", "properties", "criticality"),
    "wording_{}": enum("glossary", *property_of("wording", "form")),
    "form_{}": enum("decisions", *property_of("decisions", "form")),
    "moment_{}": enum("template", "properties", "moment"),
    "day_{}": enum("organisation", *property_of("calendars", "hours", "days"), "items"),
    "{}": enum("checklist", "properties", "mode"),
    "{}_hint": enum("checklist", "properties", "mode"),
    "colours_{}": ["system", "light", "dark"],
    "sheet_{}": [make.__module__.rpartition(".")[2] for make in SHEETS],
}  # fmt: skip


def composed_in_sources() -> set[str]:
    """The patterns by which the sources make up names of phrases."""
    text = sources(".py", ".md")
    made = re.findall(r"(?:phrase\(|words\[)(f\"[^\"]*\"|[a-z_.]+ \+ \"\w+\"|\"\w+\" \+ [a-z_.]+)", text)
    made += re.findall(r"on\.phrase\(([a-z_]+\.[a-z_.]+)\)", text)
    name = r"(?<=\+ )[a-z_.]+$|^[a-z_.]+(?= \+)|[a-z_]+\.[a-z_.]+"
    return {re.sub(rf"\{{[^}}]*(?:\([^)]*\))?[^}}]*\}}|{name}| \+ |\"|^f(?=\")", _hole, one) for one in made}


def _hole(match: re.Match[str]) -> str:
    return "" if match[0] in {" + ", '"', "f"} else "{}"


def test_every_way_to_compose_a_phrase_is_known() -> None:
    assert composed_in_sources() | {"{}"} == set(COMPOSED)


def named() -> set[str]:
    """The phrases that are asked for by name."""
    text = sources(".py", ".md")
    by_template = set(re.findall(r"\bw\.([a-z_]+)", text))
    by_code = set(re.findall(r"(?:\b(?:phrase|word)\(|\bwords(?:\([^)]*\))?\[)['\"](\w+)['\"][,)\]]", text))
    on_paper = {f"sheet_{name}" for name in re.findall(r"\blabels\.([a-z_]+)", sources(".typ")) if name != "kind"}
    made = {
        pattern.format(*value).replace("-", "_")
        for pattern, values in COMPOSED.items()
        for value in (one if isinstance(one, tuple) else (one,) for one in values)
    }
    return by_template | by_code | on_paper | made


def test_every_phrase_that_is_asked_for_exists() -> None:
    assert len(named()) > 200
    assert named() - set(phrases()) == set()


def test_every_phrase_is_asked_for() -> None:
    """A phrase may also be named in a choice, as any string of the code."""
    strings = {
        node.value
        for path in (PACKAGE / "render").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(phrases()) - named() - strings == set()


def test_reports_name_everything_that_has_an_id() -> None:
    words = tomllib.loads((PACKAGE / "report" / "de.toml").read_text("utf-8"))
    declared = {
        part["x-declares"] for schema in SCHEMAS.values() for _, part in inside(schema) if "x-declares" in part
    }
    assert declared - {"."} == set(words["kinds"])
    assert set(words["languages"]) == set(languages())
    assert {rule.severity for rule in RULES.values()} <= set(words["report"])


# Registries and folders


def members(package: Any) -> set[str]:
    return {path.parent.name for path in Path(inspect.getfile(package)).parent.glob("*/__init__.py")}


def test_pages_and_folders_agree() -> None:
    registered = [make.__module__.rpartition(".")[2] for make in PAGES]
    assert len(registered) == len(set(registered))
    assert set(registered) == members(pages)
    templates = {path.parent.name for path in Path(inspect.getfile(pages)).parent.glob("*/page.md")}
    assert templates == set(registered) | {"footer"}  # the foot of every page of a document


def test_sheets_and_folders_agree() -> None:
    registered = [make.__module__.rpartition(".")[2] for make in SHEETS]
    assert registered == sorted(set(registered))
    assert set(registered) == members(sheets)
    folder = Path(inspect.getfile(sheets)).parent
    assert {path.stem for path in folder.glob("*/*.typ")} == set(registered)
    assert {path.name for path in folder.glob("*.typ")} == {"sheet.typ"}


def test_commands_and_modules_agree() -> None:
    folder = Path(inspect.getfile(cli)).parent
    modules = {path.stem for path in folder.glob("*.py") if "@click.command" in path.read_text("utf-8")}
    assert list(cli.COMMANDS) == sorted(cli.COMMANDS)
    assert modules == set(cli.COMMANDS)
    for name in cli.COMMANDS:
        command = cli.command_of(name)
        assert command is vars(sys.modules[f"alarmplan.cli.{name}"])["command"]
        assert command.callback is not None


# Imports


def lint_imports(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout / "generator")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_import_contracts_are_kept(checkout: Path) -> None:
    done = lint_imports(checkout)
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "said"),
    [
        ("model/text.py", "import yaml", "alarmplan.model.text -> yaml"),
        ("analyse/uses.py", "import jinja2", "alarmplan.analyse.uses -> jinja2"),
        ("rules/id_doubled/__init__.py", "import jsonschema", "alarmplan.rules.id_doubled -> jsonschema"),
        ("load/__init__.py", "from alarmplan.rules import RULES", "alarmplan.load -> alarmplan.rules"),
        ("render/view.py", "from alarmplan.resolve import resolve", "alarmplan.render.view -> alarmplan.resolve"),
        ("model/money.py", "from alarmplan import suggest", "alarmplan.model.money -> alarmplan.suggest"),
        ("render/page.py", "import mkdocs", "alarmplan.render.page -> mkdocs"),
        ("stray.py", "", "stray"),
    ],
)
def test_a_forbidden_import_is_seen(module: str, line: str, said: str, checkout: Path) -> None:
    path = checkout / "generator" / "alarmplan" / module
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(f"{text}\n{line}\n", "utf-8")
    done = lint_imports(checkout)
    assert done.returncode != 0
    assert said in re.sub(r"\s+", " ", done.stdout + done.stderr)


# Documents


def commands(name: str) -> list[str]:
    """The commands in the blocks of a document that a reader is to run: those marked `sh`."""
    text = (ROOT / name).read_text("utf-8")
    lines = "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)).splitlines()
    words = (shlex.split(line, comments=True) for line in lines)
    return [command for line in words if line for command in shlex.join(line).split(" '&&' ")]


# Some are shown with their folder and without it.
COMMANDS = list(dict.fromkeys(command.removeprefix(".venv/bin/") for command in commands("README.md")))


def test_the_readme_shows_commands() -> None:
    assert any(command.startswith("make ") for command in COMMANDS)
    assert any("alarmplan build" in command for command in COMMANDS)
    assert any(command.startswith("mkdocs ") for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_of_the_readme_works(command: str, request: pytest.FixtureRequest) -> None:
    """Targets of make exist, what installs names what there is, everything else is run in a checkout.

    What builds finds a small playbook there; the site of the shipped one is built for all tests.
    """
    program, *arguments = shlex.split(command)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    match Path(program).name:
        case "make":
            targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
            assert set(arguments) <= set(targets)
        case "python3":
            assert arguments == ["-m", "venv", ".venv"]
        case "pip":
            extras = re.findall(r"\[(\w+)\]", arguments[-1])
            assert arguments[0] == "install"
            assert arguments[-1].partition("[")[0] == "."
            assert set(extras) <= set(project["project"]["optional-dependencies"])
        case "pytest":
            assert arguments == []
        case "alarmplan" | "mkdocs" as tool:
            checkout: Path = request.getfixturevalue("checkout")
            if "build" in arguments:
                shutil.rmtree(checkout / "playbook")
                lay_out(checkout / "playbook")
            waits = ["--help"] if "serve" in arguments else []  # else it would serve until it is stopped
            done = subprocess.run(
                [sys.executable, "-m", tool, *arguments, *waits],
                cwd=checkout,
                env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
            assert done.returncode == 0, done.stdout + done.stderr
        case _:
            pytest.fail(f"nobody knows how to try this: {command}")


def blocks(language: str) -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_mistake_of_the_readme_looks_like_this(checkout: Path, invoke: Run) -> None:
    (shown,) = blocks("text")
    file = checkout / "playbook" / "roles" / "support.yaml"
    file.write_text(file.read_text("utf-8").replace("[duty-support]", "[duty-suport]"), "utf-8")
    done = invoke("check", "--lang", "en", cwd=checkout)
    assert done.stdout.startswith(shown)


def test_settings_and_exceptions_of_the_readme_hold() -> None:
    settings, exception = blocks("yaml")
    files = {path.relative_to(ROOT / "playbook").as_posix(): path for path in (ROOT / "playbook").rglob("*.yaml")}
    contents = {name: path.read_bytes() for name, path in files.items()}
    role = f"kind: role\nid: driver\ntitle: {{de: Fahrdienst, en: Driver}}\n{exception}review_every: bald\n"
    contents["roles/driver.yaml"] = role.encode()
    contents["organisation.yaml"] += settings.encode()
    checked = check(Source("playbook", dict(sorted(contents.items()))), date(2026, 11, 22))
    found = [finding for finding in checked.findings if finding.rule not in UPKEEP]
    assert [(finding.rule, checked.is_error(finding)) for finding in found] == [("duration-vague", True)]


BUILT = ("site/", "preview/", "dist/", ".venv/")  # what comes into being when one works
PAPERS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")


def paths_named(text: str) -> set[str]:
    """What stands in backticks and looks like a path of the repository, or the target of a relative link."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    quoted = re.findall(r"(?<!`)`([\w.<>-]+(?:/[\w.<>*-]*)*)`(?!`)", prose)
    files = {
        name for name in quoted if "/" in name or re.search(r"\.(py|toml|yaml|yml|md|json|js|css|typ|html)$", name)
    }
    links = set(re.findall(r"\]\((?!\w+:|#|https?://)([^)#…]+)\)", re.sub(r"`[^`]*`", "", prose)))
    return files | links


def is_there(name: str) -> bool:
    if name.startswith(BUILT):
        return True
    pattern = re.sub(r"<[^>]*>", "*", name).rstrip("/")
    if "/" in pattern:
        return any(True for _ in ROOT.glob(pattern))
    tracked = (ROOT / "generator", ROOT / "playbook", ROOT / "schema", ROOT / "tests")
    return (ROOT / pattern).exists() or any(True for folder in tracked for _ in folder.rglob(pattern))


@pytest.mark.parametrize("paper", PAPERS)
def test_paths_named_in_documents_exist(paper: str) -> None:
    named = paths_named((ROOT / paper).read_text("utf-8"))
    assert named
    assert sorted(name for name in named if not is_there(name)) == []


def test_a_dead_path_would_be_found() -> None:
    found = paths_named("See `generator/gone/x.py`, `gone.toml`, `word`, [it](GONE.md), [web](https://x.example).")
    assert found == {"generator/gone/x.py", "gone.toml", "GONE.md"}
    assert not any(map(is_there, found))
    assert is_there("schema/<kind>.schema.json")
