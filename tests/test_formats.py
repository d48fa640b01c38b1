"""Reports in every format, each read back by a reader that is not ours where there is one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from junitparser import Failure, JUnitXml, TestSuite
from sarif_pydantic import Sarif

from alarmplan import report
from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.report.formats import FORMATS, text
from alarmplan.report.report import _BESIDES, Report, report_on, rule_page
from alarmplan.report.texts import confession
from alarmplan.rules import RULES
from alarmplan.rules.judge import Failure as RuleFailure
from alarmplan.rules.texts import rule_texts
from alarmplan.sources.folder import read_folder
from tests.conftest import Run

MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
AS_OF = date(2026, 11, 22)
LANGUAGES = ("de", "en")

# Two mistakes of one sort, a warning, a doubled id with its first, a file without structure, awkward names.
BROKEN = {
    "roles/driver.yaml": """\
kind: role
id: driver
title: {de: Fahrdienst, en: Driver}
purpose: {de: Liefert aus.}
deputies: [nobody, somebody]
""",
    "roles/zweiter fahrer, süd: 100%.yaml": """\
kind: role
id: driver
title: {de: "漢字 und 🚚", en: Driver}
purpose: {de: Liefert aus., en: Delivers.}
""",
    "roles/rider.yaml": """\
kind: role
id: rider
title: {de: '漢字', fr: 'x'}
purpose: Liefert aus.
"]]>&\\u0007<": x
""",
    "roles/walker.yaml": "kind: role\nid: 'walker\n",
}
SITE = b"site_url: https://runbook.example.com/\n"


def source(files: dict[str, str] | None = None) -> Source:
    added = {path: content.encode() for path, content in (BROKEN if files is None else files).items()}
    organisation = {"organisation.yaml": MINIMAL.files["organisation.yaml"] + SITE}
    return Source("playbook", dict(sorted({**MINIMAL.files, **organisation, **added}.items())))


def reported(files: dict[str, str] | None = None, language: str = "de", **options: Any) -> Report:
    return report_on(check(source(files), AS_OF), language, AS_OF, **options)


def test_the_sample_has_what_formats_must_cope_with() -> None:
    sample = reported()
    assert {entry.severity for entry in sample.entries} == {"error", "warning"}
    assert any(entry.related for entry in sample.entries)
    assert any(not entry.finding.place.route for entry in sample.entries)
    assert any("%" in entry.mark.path for entry in sample.entries)
    assert len({entry.finding.rule for entry in sample.entries}) >= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_as_its_schema_says(language: str) -> None:
    sample = reported(language=language)
    document = json.loads(FORMATS["json"](sample))
    schema = json.loads((Path(report.__file__).parent / "formats" / "findings.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, format_checker=jsonschema.FormatChecker())
    assert set(document) == set(schema["properties"])
    assert all(set(finding) == set(schema["$defs"]["finding"]["properties"]) for finding in document["findings"])
    assert [finding["message"] for finding in document["findings"]] == [entry.message for entry in sample.entries]
    assert (document["errors"], document["warnings"]) == (sample.errors, sample.warnings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_is_read_by_another(language: str) -> None:
    sample = reported(language=language)
    (run,) = Sarif.model_validate_json(FORMATS["sarif"](sample)).runs
    driver = run.tool.driver
    assert [rule.id for rule in driver.rules or ()] == list(RULES)
    for rule in driver.rules or ():
        assert rule.help is not None
        assert rule_texts(rule.id, language)["remedy"] in (rule.help.text or "")
        assert (
            rule.help_uri
            == f"https://runbook.example.com/{language}/reference/rules-{RULES[rule.id].family}.html#{rule.id}"
        )
    assert (run.model_extra or {})["columnKind"] == "unicodeCodePoints"
    assert len(run.results or ()) == len(sample.entries)
    for result, entry in zip(run.results or (), sample.entries, strict=True):
        assert (driver.rules or [])[result.rule_index or 0].id == result.rule_id == entry.finding.rule
        physical = (result.locations or [])[0].physical_location
        assert physical is not None
        assert physical.artifact_location is not None
        assert unquote(physical.artifact_location.uri or "") == entry.mark.path
        assert not re.search(r"[^A-Za-z0-9/._~%-]", physical.artifact_location.uri or "")
        region = physical.region
        assert region is not None
        spot = entry.mark.spot
        assert (region.start_line, region.start_column) == (spot.line, spot.column)
        assert result.partial_fingerprints == {"alarmplanFinding/v1": entry.fingerprint}


def test_without_a_site_there_are_no_addresses() -> None:
    sample = replace(reported(), site=None)
    (run,) = json.loads(FORMATS["sarif"](sample))["runs"]
    assert not any("helpUri" in rule for rule in run["tool"]["driver"]["rules"])


@pytest.mark.parametrize("strict", [False, True])
def test_junit_is_read_by_another(tmp_path: Path, strict: bool) -> None:
    sample = reported(strict=strict)
    file = tmp_path / "report.xml"
    file.write_text(FORMATS["junit"](sample), "utf-8")
    xml = JUnitXml.fromfile(str(file))
    (suite,) = list(xml)
    assert isinstance(suite, TestSuite)
    cases = list(suite)
    failed = [case for case in cases if any(isinstance(result, Failure) for result in case.result)]
    assert len(failed) == (len(sample.entries) if strict else sample.errors) == suite.failures == xml.failures
    clean = set(sample.paths) - {entry.mark.path for entry in sample.entries}
    assert {case.classname for case in cases if case.name == "check"} == clean
    assert len(cases) == suite.tests == len(clean) + len(sample.entries)
    assert len({(case.classname, case.name) for case in cases}) == len(cases)
    messages = {entry.message for entry in sample.entries if sample.counts(entry)}
    assert {result.message for case in failed for result in case.result} == messages


def test_gitlab() -> None:
    """By GitLab's documentation: these keys, these severities, and a fingerprint that no other issue has."""
    sample = reported()
    issues = json.loads(FORMATS["gitlab"](sample))
    assert len(issues) == len(sample.entries)
    for issue, entry in zip(issues, sample.entries, strict=True):
        assert issue["description"].startswith(entry.message)
        assert issue["check_name"] == entry.finding.rule
        assert issue["severity"] == {"error": "major", "warning": "minor"}[entry.severity]
        assert issue["location"] == {"path": entry.mark.path, "lines": {"begin": entry.mark.spot.line}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert json.loads(FORMATS["gitlab"](reported({}))) == []


COMMAND = re.compile(
    r"::(?P<severity>error|warning) (?P<properties>[^:\r\n]*(?:,[^:\r\n]*)*)::(?P<message>[^\r\n]*)"
)


def test_github() -> None:
    """By GitHub's documentation: one line each, with signs that would end a part written as %XX."""
    sample = reported()
    *lines, last = FORMATS["github"](sample).splitlines()
    assert last == sample.summary
    assert lines.pop() == f"::notice::{sample.outlook}"
    read = [COMMAND.fullmatch(line) for line in lines]
    assert all(read)
    severities = [match["severity"] for match in read if match]
    assert severities == sorted(severities)  # errors first, since only ten are shown
    shown = set()
    for match in read:
        assert match
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        shown.add((unquote(properties["file"]), int(properties["line"]), unquote(match["message"]).split("\n")[0]))
    assert shown == {(entry.mark.path, entry.mark.spot.line, entry.message) for entry in sample.entries}
    assert FORMATS["github"](reported({})) == ""


def test_a_clean_playbook_is_quiet_in_text() -> None:
    assert FORMATS["text"](reported({})) == ""
    assert json.loads(FORMATS["json"](reported({})))["findings"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_that_wait_are_counted(language: str) -> None:
    """While a role cannot be read, what judges by roles is silent, and the summary says so in one line."""
    broken = reported({"roles/walker.yaml": BROKEN["roles/walker.yaml"]}, language)
    waiting = {rule.id for rule in RULES.values() if rule.check and "role" in rule.check.reads}
    assert broken.waiting == len(waiting) > 20
    assert str(broken.waiting) in FORMATS["text"](broken).splitlines()[-2]
    assert json.loads(FORMATS["json"](broken))["waiting"] == broken.waiting
    unnamed = reported({"driver.yaml": "title: Fahrdienst\n"}, language)  # it may have been of any kind
    assert unnamed.waiting > broken.waiting
    warned = reported(
        {"roles/driver.yaml": BROKEN["roles/driver.yaml"].replace("[nobody, somebody]", "[support]")}
    )
    assert warned.entries
    assert warned.waiting == 0
    assert text.write(warned).splitlines()[-2] == warned.summary


def test_a_report_says_how_many_rules_the_organisation_has_switched_off() -> None:
    """Also where nothing else was found: a whole family may be silent."""
    files = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal").files
    off = files["organisation.yaml"] + b"checks: {safety: ignore, yaml-ambiguous: warning}\n"
    reports = [
        report_on(check(Source("playbook", {**files, "organisation.yaml": text}), AS_OF), "de", AS_OF)
        for text in (files["organisation.yaml"], off)
    ]
    loud, quiet = reports
    count = sum(rule.family == "safety" and not rule.locked for rule in RULES.values())
    assert quiet.silenced == count > 3
    assert FORMATS["text"](quiet).splitlines()[0].startswith(f"Abgeschaltete Regeln: {count};")
    assert [json.loads(FORMATS["json"](report))["silenced"] for report in reports] == [0, count]
    assert FORMATS["text"](loud) == ""


def test_rules_wait_only_where_they_would_be_heard() -> None:
    broken = source({"roles/walker.yaml": BROKEN["roles/walker.yaml"]})
    loud = broken.files["organisation.yaml"]
    quiet = {**broken.files, "organisation.yaml": loud + b"checks: {mandate: ignore}\n"}
    heard, ignored = (check(Source("playbook", files), AS_OF).waiting for files in (broken.files, quiet))
    assert {RULES[rule].family for rule in heard - ignored} == {"mandate"}
    assert not ignored - heard


def test_without_an_organisation_all_rules_wait() -> None:
    files = {path: content for path, content in source({}).files.items() if path != "organisation.yaml"}
    assert check(Source("playbook", files), AS_OF).waiting == {rule.id for rule in RULES.values() if rule.check}


def test_where_the_only_document_of_a_kind_is_broken_its_rules_wait() -> None:
    files = source({}).files
    decisions = files["decisions.yaml"].replace(b"form: say", b"form: shout")
    about = {rule.id for rule in RULES.values() if rule.check and rule.check.about.__name__ == "Decisions"}
    waiting = check(Source("playbook", {**files, "decisions.yaml": decisions}), AS_OF).waiting
    assert about
    assert about <= waiting


def fingerprints(files: dict[str, str]) -> dict[tuple[str, str], str]:
    return {(entry.finding.rule, entry.message): entry.fingerprint for entry in reported(files).entries}


def test_fingerprints_outlive_moves_and_tell_mistakes_apart() -> None:
    before = fingerprints(BROKEN)
    assert len(set(before.values())) == len(before)
    driver = BROKEN["roles/driver.yaml"]
    moved = driver.replace("kind: role", "# a comment\n\nkind: role").replace("[nobody", "[support, nobody")
    assert fingerprints({**BROKEN, "roles/driver.yaml": moved}) == before
    other = fingerprints({**BROKEN, "roles/driver.yaml": driver.replace("nobody", "anybody")})
    assert len(set(before.values()) - set(other.values())) == 1


def test_two_mistakes_that_are_alike_have_fingerprints_of_their_own() -> None:
    items = "".join(f"  - {{id: i{n}, title: {{de: x}}}}\n" for n in range(3))
    entries = reported({"channels-b.yaml": f"kind: channels\nid: b\ntitle: B\nchannels:\n{items}"}).entries
    assert len(entries) >= 3
    assert len({entry.fingerprint for entry in entries}) == len(entries)


def test_registry_is_alphabetical_and_agrees_with_the_folder() -> None:
    folder = Path(report.__file__).parent / "formats"
    assert list(FORMATS) == sorted(FORMATS)
    assert set(FORMATS) == {path.stem for path in folder.glob("*.py")} - {"__init__"}


# Text output: what stands under what.

EXCERPTS = [
    ("plain", "title: {de: Fahrdienst, xx: Driver}", "xx"),
    ("behind wide characters", "title: {de: 漢字漢字, xx: Driver}", "xx"),
    ("behind an emoji of several signs", "title: {de: 👩‍🚒🚚, xx: Driver}", "xx"),
    ("behind combining signs", "title: {de: Fa\u0308hrdienst, xx: Driver}", "xx"),
    ("behind a tab", "title:\t{de: Fahrdienst,\txx: Driver}", "xx"),
    ("far along a long line", "title: {de: " + "lang " * 50 + ", xx: " + "long " * 50 + "}", "xx"),
    ("far along a line of wide characters", "title: {de: " + "漢字" * 60 + ", xx: " + "漢字" * 60 + "}", "xx"),
]


@pytest.mark.parametrize(("line", "marked"), [case[1:] for case in EXCERPTS], ids=[case[0] for case in EXCERPTS])
def test_carets_stand_under_what_is_meant(line: str, marked: str) -> None:
    written = f"kind: role\nid: driver\n{line}\npurpose: {{de: Liefert., en: Delivers.}}\n"
    shown, carets = excerpt(FORMATS["text"](reported({"roles/driver.yaml": written})))
    start = len(carets) - len(carets.lstrip())
    assert carets.strip() == "^" * len(marked)
    assert by_cells(shown)[start : start + len(marked)] == marked
    assert len(by_cells(shown)) <= 220


def excerpt(output: str) -> tuple[str, str]:
    lines = output.splitlines()
    index = next(index for index, line in enumerate(lines) if set(line.strip(" |")) == {"^"})
    assert lines[index].index("|") == lines[index - 1].index("|")
    at = lines[index].index("|") + 1
    return lines[index - 1][at:], lines[index][at:]


def by_cells(line: str) -> str:
    """The line with as many signs as it takes columns, counted apart from the library that we use."""
    cells = ""
    joined = False
    for sign in line:
        if sign == "\u200d":
            joined = True
            continue
        if unicodedata.combining(sign) or joined:
            joined = False
            continue
        cells += sign + ("\0" if unicodedata.east_asian_width(sign) in "WF" else "")
    return cells


def test_colour_is_only_added() -> None:
    sample = reported()
    painted = text.write(sample, colour=True)
    assert painted != text.write(sample)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == text.write(sample)


HOSTILE = "\x1b[31m\a\0\x9b\u202e"


def test_authored_text_cannot_command_a_terminal() -> None:
    """Whatever gets past the loader: in a key, a suggestion, an address, a mistake of ours."""
    sample = reported()
    entry = sample.entries[0]
    place = replace(entry.finding.place, route=(HOSTILE,))
    finding = replace(entry.finding, place=place, params={"suggestion": HOSTILE})
    failure = confession(RuleFailure("key-unknown", "a.yaml", ValueError(HOSTILE)), "de")
    page = rule_page(f"https://example.com/{HOSTILE}", "de", "key-unknown")
    hostile = replace(sample, entries=(replace(entry, finding=finding, page=page),), failures=(failure,))
    for name, write in FORMATS.items():
        written = write(hostile)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", written), name
        if name in ("json", "gitlab", "sarif"):
            json.loads(written)
    JUnitXml.fromstring(FORMATS["junit"](hostile).encode())


def test_a_mistake_of_ours_is_told_in_every_format_that_can() -> None:
    sample = replace(reported({}), failures=("rule x fails",))
    assert sample.failed
    assert json.loads(FORMATS["json"](sample))["failures"] == ["rule x fails"]
    (run,) = json.loads(FORMATS["sarif"](sample))["runs"]
    assert not run["invocations"][0]["executionSuccessful"]
    assert JUnitXml.fromstring(FORMATS["junit"](sample).encode()).errors == 1
    assert FORMATS["github"](sample).startswith("::error::rule x fails")


def test_a_second_reference_to_a_missing_id_is_the_same_mistake() -> None:
    driver = BROKEN["roles/driver.yaml"]
    before = fingerprints(BROKEN)
    again = fingerprints({**BROKEN, "roles/driver.yaml": f"{driver}must_not: ['[x](role:nobody)']\n"})
    assert set(before.values()) <= set(again.values())


def test_what_a_fingerprint_leaves_out_is_said_by_some_rule() -> None:
    said = "".join("".join(rule_texts(rule, "en").values()) for rule in RULES)
    assert all(f"{{{name}}}" in said for name in _BESIDES)


# The command


def test_a_selection_that_waits_is_not_passed_over(invoke: Run, folder: Path) -> None:
    done = invoke("check", "--lang", "en", "--select", "mandate", cwd=folder)
    assert re.fullmatch("rules still waiting: [0-9]+; .*\n", done.stdout)
    assert invoke("check", "--lang", "en", "--select", "url-form", cwd=folder).stdout == ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, content in source().files.items():
        (tmp_path / "playbook" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "playbook" / path).write_bytes(content)
    return tmp_path


def test_several_formats_at_once_each_to_its_file(invoke: Run, folder: Path) -> None:
    wanted = [option for name in FORMATS for option in ("--format", f"{name}=reports/{name}.txt")]
    done = invoke("check", "--lang", "de", *wanted, "--format", "text", cwd=folder)
    assert done.returncode == 1
    assert done.stdout == FORMATS["text"](reported())
    for name, write in FORMATS.items():
        assert (folder / "reports" / f"{name}.txt").read_text("utf-8") == write(reported())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "sarf"], "did you mean “sarif”?"),
        (["--format", "html"], "there are github, gitlab"),
        (["--format", "sarif="], "names no file"),
        (["--format", "sarif", "--format", "text"], "only one format can go to standard output"),
        (["--format", "sarif=a", "--format", "json=a"], "two formats cannot go to one file"),
        (["--format", "json=playbook"], "cannot be written"),
        (["--format", "json=playbook/organisation.yaml/x"], "cannot be written"),
    ],
)
def test_wrong_wishes_are_wrong_use(invoke: Run, folder: Path, options: list[str], said: str) -> None:
    done = invoke("check", *options, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_reports_are_the_same_bytes_whatever_the_hash_seed_and_the_encoding_of_the_terminal(folder: Path) -> None:
    outputs = set()
    for seed, encoding in (("1", "utf-8"), ("4242", "latin-1")):
        wanted = [option for name in FORMATS for option in ("--format", f"{name}={name}-{seed}")]
        done = subprocess.run(
            [sys.executable, "-m", "alarmplan", "check", "--as-of", "2026-11-22", *wanted, "--format", "text"],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 1, done.stderr
        assert not done.stderr
        outputs.add(b"".join((folder / f"{name}-{seed}").read_bytes() for name in FORMATS))
    assert len(outputs) == 1
