"""The manual says all there is to say of every rule and kind, on the site and in the terminal, in each language.

What is to be said is read from the folders of the rules and from the schemas anew, without the code that reads
them for the manual.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from alarmplan import rules, schemas
from alarmplan.load import load_file
from alarmplan.manual import manual
from alarmplan.manual.as_yaml import Value, as_yaml
from alarmplan.manual.examples import read_examples
from alarmplan.manual.kinds import properties
from alarmplan.model.kinds import KINDS
from alarmplan.model.source import Source
from alarmplan.pipeline import check, render_editions
from alarmplan.render.markdown import escape
from alarmplan.render.page import Page
from alarmplan.report.explain import explain, overview
from alarmplan.rules import FAMILIES, RULES
from alarmplan.sources.folder import read_folder
from tests.conftest import Run

ROOT = Path(__file__).parents[1]
SHIPPED = read_folder(ROOT / "playbook", "playbook")
FOLDERS = Path(rules.__file__).parent
PACKAGE = FOLDERS.parent
LANGUAGES = ("de", "en")
AS_OF = date(2026, 11, 22)
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def flat(html: str) -> str:
    """What a reader sees of Markdown and HTML of ours, on one line."""
    return squeezed(unescape(re.sub(r"<[^>]*>", "", html)))


@cache
def pages(language: str) -> Mapping[str, Page]:
    playbook = check(read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal"), AS_OF).playbook
    assert playbook is not None
    editions = {edition.language: edition for edition in render_editions(playbook, AS_OF, with_sheets=False)}
    return {page.path: page for page in editions[language].pages}


@cache
def terminal(name: str, language: str) -> str:
    return "\n".join(line.text for line in explain(manual(language), name, every_example=True))


# What there is to say


@cache
def texts(rule: str, language: str) -> Mapping[str, str]:
    return tomllib.loads((FOLDERS / RULES[rule].folder / f"{language}.toml").read_text("utf-8"))


def titles(rule: str, language: str) -> list[str]:
    """The titles of the examples, from the headings."""
    text = (FOLDERS / RULES[rule].folder / "examples.md").read_text("utf-8")
    headings = re.findall(r"^## (?:bad|good): (.*)$", text, re.MULTILINE)
    return [heading.split(" | ")[0 if language == "en" else 1] for heading in headings]


def code(rule: str) -> list[str]:
    """The lines of the examples, without the marks."""
    text = (FOLDERS / RULES[rule].folder / "examples.md").read_text("utf-8")
    blocks = re.findall(r"^```yaml\S* \S+\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [line for line in "".join(blocks).splitlines() if line.strip() and "#! " not in line]


def guilty(rule: str) -> list[str]:
    text = (FOLDERS / RULES[rule].folder / "examples.md").read_text("utf-8")
    return re.findall(r"^(.*)\n(?=#! )", re.sub(r"(?<=\n)#! .*\n(?=#! )", "", text), re.MULTILINE)


SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "schema").glob("*.json"))}


def resolved(part: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in part:
        return part
    shape = SCHEMAS["common.schema.json"]["$defs"][part["$ref"].rpartition("/")[2]]
    both = {**shape.get("properties", {}), **part.get("properties", {})}
    return {**shape, **part, **({"properties": both} if both else {})}


def told(part: Mapping[str, Any], way: tuple[str, ...] = ()) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every property in a schema by its way, such as `levels.roles`, with what is said of it."""
    whole = resolved(part)
    if "items" in whole:
        yield from told(whole["items"], way)
    elif "x-text" not in whole:
        for key, inner in whole.get("properties", {}).items():
            yield ".".join((*way, key)), inner
            yield from told(inner, (*way, key))


def properties_of(kind: str) -> dict[str, Mapping[str, Any]]:
    shared = dict(told(SCHEMAS["common.schema.json"]["$defs"]["document"]))
    return shared | dict(told({"properties": SCHEMAS[f"{kind}.schema.json"]["properties"]}))


def said(part: Mapping[str, Any], key: str, language: str) -> str:
    return str({**part, **part.get(f"x-{language}", {})}[key])


def scalars(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for part in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from scalars(part)
    else:
        yield json.dumps(value, ensure_ascii=False).strip('"')


# Rules


@BOTH
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_page_with_every_part(rule: str, language: str) -> None:
    page = pages(language)[f"reference/rules-{RULES[rule].family}.md"]
    (section,) = (part for part in page.body.split("\n## ") if part.startswith(f"{rule} {{ #{rule} }}"))
    shown = flat(section)
    for part in (
        texts(rule, language)["why"],
        texts(rule, language)["remedy"],
        *titles(rule, language),
        *code(rule),
    ):
        assert squeezed(part) in shown, part
    for text in (
        texts(rule, language)[key]
        for key in ("message", "hint", "hint_with_suggestion")
        if key in texts(rule, language)
    ):
        for piece in re.split(r"\{+\w+\}+", text):
            assert squeezed(piece.replace("{{", "{").replace("}}", "}")) in shown
    marked = [unescape(line) for line in re.findall(r"<mark>(.*?)</mark>", section)]
    assert marked == guilty(rule)
    assert f"](rules-{RULES[rule].family}.md#{rule})" in pages(language)["reference/rules.md"].body


@BOTH
@pytest.mark.parametrize("rule", RULES)
def test_explain_says_everything_of_a_rule_in_one_language(rule: str, language: str) -> None:
    shown = squeezed(terminal(rule, language))
    other = "en" if language == "de" else "de"
    for key in ("why", "remedy"):
        assert squeezed(texts(rule, language)[key]) in shown
        assert squeezed(texts(rule, other)[key]) not in shown
    for title, foreign in zip(titles(rule, language), titles(rule, other), strict=True):
        assert title in shown
        assert f": {foreign} " not in shown or foreign == title
    assert [line for line in code(rule) if line.strip() not in terminal(rule, language)] == []
    assert re.findall(r"^> (.*)$", terminal(rule, language), re.MULTILINE) == guilty(rule)
    severity = {"error": ("Fehler", "Error"), "warning": ("Warnung", "Warning")}[RULES[rule].severity]
    assert f"{severity[LANGUAGES.index(language)]}: " in shown
    change = ("Nein.", "No.") if RULES[rule].locked else ("Ja[.,]", "Yes[.,]")
    assert re.search(f" {change[LANGUAGES.index(language)]} ", shown)


@pytest.mark.parametrize("rule", RULES)
def test_titles_of_examples_are_there_in_both_languages(rule: str) -> None:
    text = (FOLDERS / RULES[rule].folder / "examples.md").read_text("utf-8")
    for heading in re.findall(r"^## .*$", text, re.MULTILINE):
        assert re.fullmatch(r"## (bad|good): [^|]*[^| ] \| [^| ][^|]*", heading), heading


def test_an_example_holds_what_its_block_says() -> None:
    text = "Prose.\n\n## bad: one | eins\n\n```yaml-escaped a.yaml\na:\\tb\n#! x-y\n#! z\nc: \\xff\n```\n"
    (example,) = read_examples(text, "de")
    (file,) = example.files
    assert (example.verdict, example.title) == ("bad", "eins")
    assert (file.path, file.content, file.marks) == ("a.yaml", b"a:\tb\nc: \xff\n", ((1, "x-y"), (1, "z")))
    assert read_examples(text, "en")[0].title == "one"


# Kinds


@BOTH
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_page_with_every_property(kind: str, language: str) -> None:
    body = pages(language)[f"reference/kind-{kind}.md"].body
    shown = flat(body)
    assert said(SCHEMAS[f"{kind}.schema.json"], "description", language) in shown
    every = properties_of(kind)
    ids = re.findall(r'<dt id="([^"]+)"|\{ #([^ ]+) \}', body)
    assert sorted(filter(None, (name for pair in ids for name in pair))) == sorted(every)
    for name, part in every.items():
        start = re.search(rf'<dt id="{re.escape(name)}">|^### .* \{{ #{re.escape(name)} \}}$', body, re.MULTILINE)
        assert start, name
        end = re.compile(r"<dt |^##", re.MULTILINE).search(body, start.end())
        near = flat(body[start.start() : end.start() if end else None])
        heading = f"{said(part, 'title', language)}: {name.rpartition('.')[2]}"
        assert near.removeprefix("### ").startswith(heading), name
        assert said(part, "description", language).replace("`", "") in near, name
        for example in part["examples"]:
            assert [scalar for scalar in scalars(example) if squeezed(scalar) not in near] == [], name
    assert f"](kind-{kind}.md)" in pages(language)["reference/kinds.md"].body


@BOTH
@pytest.mark.parametrize("kind", KINDS)
def test_explain_says_everything_of_a_kind_in_one_language(kind: str, language: str) -> None:
    shown = squeezed(terminal(kind, language))
    for name, part in properties_of(kind).items():
        assert f"{name.rpartition('.')[2]}: {said(part, 'title', language)}" in shown
        assert squeezed(said(part, "description", language)) in shown, name
        for example in part["examples"]:
            assert [scalar for scalar in scalars(example) if squeezed(scalar) not in shown] == [], name
    if language == "de":
        english = {part["description"] for part in properties_of(kind).values()}
        assert [text for text in english if squeezed(text) in shown] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_of_a_kind_is_valid(kind: str) -> None:
    """In the place of the file that it was cut from, pages could be made; it is too short to be a good policy."""
    (sample,) = (found.sample for found in manual("en").kinds if found.kind == kind)
    assert sample.path in SHIPPED.files
    checked = check(Source("playbook", {**SHIPPED.files, sample.path: sample.content}), AS_OF)
    found = [finding.rule for finding in checked.findings if finding.place.path == sample.path]
    assert [rule for rule in found if RULES[rule].locked] == []
    assert len(sample.text) < len(SHIPPED.files[sample.path])
    assert flat(sample.text) in flat(pages("en")[f"reference/kind-{kind}.md"].body)
    assert squeezed(sample.text) in squeezed(terminal(kind, "en"))


def test_required_optional_default_and_company_are_told() -> None:
    schema = {
        "properties": {
            "every": {"type": "integer", "minimum": 2, "default": 5, "examples": [7]},
            "times": {"type": "array", "items": {"enum": ["a", "b", "c"]}},
        },
        "required": ["times"],
        "dependentRequired": {"every": ["times"]},
    }
    words = tomllib.loads((PACKAGE / "manual" / "en.toml").read_text("utf-8"))["forms"]
    every, times = properties(schema, "en", words)
    assert (every.required, every.default, every.together, every.examples) == (
        False,
        "5",
        ("times",),
        ("every: 7",),
    )
    assert (times.required, times.default, times.together, times.examples) == (True, None, (), ())
    assert every.form.text == "whole number, 2 or more"
    assert times.form.text == "list, each entry: `a`, `b` or `c`"


FORMS = {
    ("chain", "severity_matrix"): ("reference to “Severity matrix”", None, "severity-matrix"),
    ("chain", "entry"): ("per “Severity”: list, each entry: reference to “Level”, or `none`", None, "chain"),
    ("severity-matrix", "levels", "clock"): ("reference to “Calendar”", None, "organisation"),
    ("severity-matrix", "levels", "rank"): ("whole number from 1 to 9", None, None),
    ("severity-matrix", "levels", "follow_up"): ("list, each entry: Deadline", "deadline", None),
    ("severity-matrix", "levels", "updates", "approval"): ("reference to “Role”, or `none`", None, "role"),
    ("severity-matrix", "levels", "follow_up", "from"): (
        "reference to “Moment”, or `reported`, `acknowledged`, `classified`, `solved` or `closed`",
        None,
        "organisation",
    ),
    ("severity-matrix", "grid", "severities"): (
        "per “Impact”: per “Urgency”: reference to “Severity”",
        None,
        "severity-matrix",
    ),
    ("chain", "levels", "via"): ("Channels per severity", "channels-by-severity", None),
    ("checklist", "parts", "doer"): ("reference to “Role”, or `owner`", None, "role"),
    ("template", "fields"): ("list, each entry: Field", "form-field", None),
    ("page", "sections", "table", "rows"): ("list, each entry: list, each entry: Text", "text", None),
    ("situation", "first_reaction"): ("list, each entry: Action", "action", None),
    ("situation", "enter_at"): ("reference to “Level”", None, "chain"),
    ("organisation", "zone"): ("plain text", None, None),
    ("role", "external"): ("`true` or `false`", None, None),
    ("role", "reachable"): ("list, each entry: several keys", None, None),
    ("role", "kind"): ("always `role`", None, None),
    ("role", "tasks"): ("list, each entry: Text", "text", None),
}


@pytest.mark.parametrize("way", FORMS, ids=".".join)
def test_forms_are_told_in_words(way: tuple[str, ...]) -> None:
    kind, *keys = way
    (found,) = (each for each in manual("en").kinds if each.kind == kind)
    level = found.properties
    for key in keys:
        (property,) = (each for each in level if each.key == key)
        level = property.properties
    assert (property.form.text, property.form.definition, property.form.kind) == FORMS[way]


# YAML as people write it


NASTY = [
    *("no", "NO", "on", "~", "null", "none", "1", "010", "1.5", "1e3", "0x1F", "1_000", "12:30", "2026-10-01"),
    *("+49 30", "- a", "-", "?", "a: b", "a:", "a #b", "#b", "a, b", "[a", "{a}", "{a}: b", "*a", "&a", "!a", "|"),
    *(">", "%a", "@a", "`a`", "'a", '"a', "=", "< <", "", " a ", "a ", "\ta", "a\\b", "ä–„“", "a\nb", "a\n\nb\n"),
    "https://x.example/a?b=c",
]


@pytest.mark.parametrize("text", NASTY)
def test_text_stays_text(text: str) -> None:
    long = "x" * 90
    values: list[Value] = [text, [text, {"k": text}], {"k": text, "l": long}, [{"k": text, "l": long}]]
    for value in values:
        written = as_yaml({"k": value})
        document, _ = load_file("x.yaml", f"{written}\n".encode())
        assert document is not None, written
        assert document.data == {"k": value}, written


def test_every_example_of_a_property_is_read_as_it_was_meant() -> None:
    for kind in KINDS:
        for name, part in properties_of(kind).items():
            for example in part["examples"]:
                data = {name.rpartition(".")[2]: example}
                document, _ = load_file("x.yaml", as_yaml(data).encode())
                assert document is not None, as_yaml(data)
                assert document.data == data


# The terminal


@BOTH
def test_no_line_is_wider_than_a_terminal(language: str) -> None:
    told = manual(language)
    every = (explain(told, name, every_example=True) for name in [*KINDS, *RULES])
    lines = [*overview(told), *(line for lines in every for line in lines)]
    assert len(lines) > 1000
    assert [line.text for line in lines if len(line.text) > 80 and line.role not in ("code", "guilty")] == []


@BOTH
def test_without_a_name_everything_is_listed(language: str, invoke: Run) -> None:
    done = invoke("explain", "--lang", language)
    assert done.returncode == 0
    listed = re.findall(r"^  (\S+)  +\S", done.stdout, re.MULTILINE)
    assert set(listed) == set(KINDS) | set(RULES)
    assert len(listed) == len(set(listed))
    for kind in KINDS:
        assert said(SCHEMAS[f"{kind}.schema.json"], "title", language) in done.stdout
    for family in {rule.family for rule in RULES.values()}:
        assert f"({family})" in done.stdout
    assert "\x1b" not in done.stdout  # no colours where no terminal is


@pytest.mark.parametrize("name", ["yaml-tab", "chain", "yaml"])
def test_a_name_is_explained(name: str, invoke: Run) -> None:
    done = invoke("explain", name, "--lang", "de")
    assert (done.returncode, done.stderr) == (0, "")
    whole = invoke("explain", name, "--all", "--lang", "de")
    assert whole.stdout == terminal(name, "de") + "\n"
    assert (done.stdout == whole.stdout) is (name != "yaml-tab")


@BOTH
@pytest.mark.parametrize("rule", RULES)
def test_without_all_the_first_example_of_each_sort_is_shown(rule: str, language: str) -> None:
    shown = "\n".join(line.text for line in explain(manual(language), rule))
    (told,) = (each for each in manual(language).rules if each.id == rule)
    labels = manual(language).labels
    headings = [f"{labels[example.verdict]}: {example.title}" for example in told.examples]
    found = re.findall(f"^(?:{labels['bad']}|{labels['good']}): ", shown, re.MULTILINE)
    firsts = [next((h for h in headings if h.startswith(f"{labels[sort]}: ")), "") for sort in ("bad", "good")]
    assert len(found) == len([first for first in firsts if first])
    assert all(first in squeezed(shown) for first in firsts)
    hidden = len(headings) - len(found)
    assert (f"alarmplan explain {rule} --all" in shown) is bool(hidden)
    assert not hidden or f": {hidden}. " in shown


@BOTH
def test_how_to_weigh_a_rule_is_told_as_it_works(language: str) -> None:
    """By a setting and a comment, by a setting alone, or not at all; on the page as code."""
    for rule in RULES.values():
        shown = squeezed(terminal(rule.id, language))
        page = pages(language)[f"reference/rules-{rule.family}.md"].body
        for written, possible in (
            (f"checks: {{{rule.id}: ignore}}", not rule.locked),
            (f"# alarmplan: ignore[{rule.id}] until 2027-01-31 -- ", rule.by_comment),
        ):
            assert (written in shown) is possible, rule.id
            as_code = f'<code class="ap-whole">{escape(written.strip())}'
            assert (as_code in page) is possible, rule.id


def test_the_playbook_of_the_examples_is_shown_whole() -> None:
    minimal = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal").files
    for language in LANGUAGES:
        page = pages(language)["reference/example-playbook.md"].body
        assert re.findall(r'<p class="ap-file"><code>(.*?)</code>', page) == sorted(minimal)
        for content in minimal.values():
            assert flat(content.decode()) in flat(page)
        named = re.findall("`(.*?)`", manual(language).labels["base"])
        assert len(named) > 5
        everything = b"\n".join(minimal.values()).decode()
        assert [name for name in named if not re.search(rf"\bid: {name}$", everything, re.MULTILINE)] == []
        for family, rules_of in FAMILIES.items():
            body = pages(language)[f"reference/rules-{family}.md"].body
            assert ("](example-playbook.md)" in body) is any(titles(rule.id, language) for rule in rules_of), (
                family
            )


def test_a_name_of_two_things_explains_both() -> None:
    assert "organisation" in KINDS
    assert "organisation-missing" in terminal("organisation", "en")
    assert "zone: " in terminal("organisation", "en")


@pytest.mark.parametrize(
    ("name", "language", "wanted"),
    [
        ("yaml-tabb", "de", "Meinten Sie „yaml-tab“?"),
        ("yaml-tabb", "en", "Did you mean “yaml-tab”?"),
        ("rolle", "en", "Did you mean “role”?"),
        ("Vertrag", "de", "„service“?"),
        ("eskalation", "de", "„chain“?"),
        ("rollen", "de", "„role“?"),
        ("dienst", "de", "„service“?"),
        ("matrix", "de", "„severity-matrix“?"),
        ("Stufe", "de", "„chain“?"),
        ("schweregrad", "de", "„severity-matrix“?"),
        ("Feiertage", "de", "„organisation“?"),
        ("holidays", "en", "“organisation”?"),
        ("übergabe", "en", "“information-package”?"),
        ("completely-unlike", "en", "neither a rule"),
    ],
)
def test_an_unknown_name_is_wrong_use(name: str, language: str, wanted: str, invoke: Run) -> None:
    done = invoke("explain", name, "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr
    assert wanted in done.stderr
    assert "?" in wanted or "?" not in done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_every_title_leads_to_its_kind(kind: str, invoke: Run) -> None:
    """In the language that was asked for at once, from the other by a suggestion."""
    german = schemas.title(schemas.kind_schema(kind), "de").lower()
    assert kind in invoke("explain", german, "--lang", "de").stdout.splitlines()[0]
    done = invoke("explain", german, "--lang", "en")
    assert kind in (done.stdout or done.stderr)


# The words, and the search


def test_words_are_the_same_in_every_language_and_all_asked_for() -> None:
    german, english = (
        tomllib.loads((PACKAGE / "manual" / f"{language}.toml").read_text("utf-8")) for language in LANGUAGES
    )
    assert {table: set(words) for table, words in german.items()} == {
        table: set(words) for table, words in english.items()
    }
    assert set(german["families"]) == set(german["descriptions"]) == {rule.family for rule in RULES.values()}
    for words in (german, english):
        assert all(text.strip() for table in words.values() for text in table.values())
    folders = (PACKAGE / "render", PACKAGE / "report", PACKAGE / "manual", PACKAGE / "model", PACKAGE / "cli")
    sources = "\n".join(
        path.read_text("utf-8")
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in {".py", ".md"}
    )
    by_value = {f"severity_{rule.severity}" for rule in RULES.values()} | {"bad", "good", "boolean", "string"}
    words_named = set(re.findall(r'"(\w+)"', sources)) | set(re.findall(r"labels\.(\w+)", sources))
    words_named |= set(re.findall(r"labels\['(\w+)'\]", sources)) | by_value
    assert (set(german["labels"]) | set(german["forms"]) | set(german["explain"])) - words_named == set()


@BOTH
def test_the_reference_stands_behind_in_the_search(language: str) -> None:
    reference = {path for path in pages(language) if path.startswith("reference/")}
    assert len(reference) == len(FAMILIES) + len(KINDS) + 3
    for path, page in pages(language).items():
        assert ('\nsearch: {"boost": 0.001}\n' in page.markdown()) is (path in reference), path
