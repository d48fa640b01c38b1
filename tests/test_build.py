"""The build as a user meets it: the same bytes every time, all or nothing, no network, honest exit status."""

from __future__ import annotations

import filecmp
import http.client
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner

import alarmplan
from alarmplan.cli import COMMANDS, command_of, main
from alarmplan.outputs import publish as publish_module
from alarmplan.outputs.publish import publish
from alarmplan.outputs.site import SiteError
from alarmplan.pipeline import Edition, check, render_editions
from alarmplan.render.page import Page
from alarmplan.render.sheet import Sheet
from alarmplan.report.words import words
from alarmplan.sources.folder import read_folder
from tests.conftest import EPOCH, HERE, Run, lay_out

Done = subprocess.CompletedProcess[str]

ROOT = Path(__file__).parents[1]
MINIMAL = Path(__file__).parent / "playbooks" / "minimal"
PATIENCE = 60.0  # seconds until a preview has to show what was saved

WARNED = ("reviewed: 2026-10-01\nreview_every: 12 month", "reviewed: 2026-10-01\nreview_every: soon")
VAGUE = ("review_every: ", "review_every: about ")
BROKEN = ("kind: decisions", "kind: decision")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that holds a playbook, as a user has it."""
    lay_out(tmp_path / "project" / "playbook")
    return tmp_path / "project"


def edit(path: Path, change: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_one_line(done: Done, *words: str) -> None:
    """Wrong use: exit status 2, the reason on one line, no traceback."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    for word in words:
        assert word in line


# The same every time, and without a network

_NO_NETWORK = '''\
"""Put on the path of a child by a test: whoever leaves this machine is stopped."""

import sys

HERE = (None, "", "localhost", "127.0.0.1", "::1")

def guard(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in HERE:
        raise SystemExit(f"network: connect to {arguments[1]}")
    if event == "socket.getaddrinfo" and arguments[0] not in HERE:
        raise SystemExit(f"network: lookup of {arguments[0]}")

sys.addaudithook(guard)
'''


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The variables of a child that cannot leave this machine."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "sitecustomize.py").write_text(_NO_NETWORK, "utf-8")
    dead = "http://127.0.0.1:9"  # for those who would not ask Python
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    return {"PYTHONPATH": path, "HTTP_PROXY": dead, "HTTPS_PROXY": dead, "ALL_PROXY": dead}


@pytest.mark.parametrize(
    "attempt", ["socket.socket().connect(('192.0.2.1', 80))", "socket.getaddrinfo('example.com', 80)"]
)
def test_who_needs_the_network_would_be_stopped(attempt: str, offline: Mapping[str, str]) -> None:
    stopped = subprocess.run(
        [sys.executable, "-c", f"import socket; {attempt}"],
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "network: " in stopped.stderr, stopped


def test_a_build_elsewhere_needs_no_network_and_gives_the_same_bytes(
    site: Path, offline: Mapping[str, str], tmp_path: Path, run: Run
) -> None:
    elsewhere = {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C"}
    assert all(elsewhere[name] != HERE[name] for name in elsewhere)
    done = run("build", "--out", tmp_path / "site", env={**elsewhere, **offline})
    assert done.returncode == 0, done.stdout + done.stderr
    one, another = contents(site), contents(tmp_path / "site")
    assert list(one) == list(another)
    assert [path for path in one if one[path] != another[path]] == []
    assert sum(path.endswith(".pdf") for path in one) >= 4


# All or nothing


def leave_old_site(site: Path) -> None:
    """What an earlier build has left, as far as `publish` looks at it."""
    site.mkdir(parents=True)
    (site / publish_module.MARKER).write_text("", "utf-8")
    (site / "index.html").write_text("old", "utf-8")


def test_errors_keep_the_old_site(project: Path, invoke: Run) -> None:
    leave_old_site(project / "site")
    edit(project / "playbook" / "decisions.yaml", BROKEN)
    done = invoke("-C", project, "build")
    assert done.returncode == 1
    assert "kind-unknown" in done.stdout
    assert str(project / "site") in done.stderr
    assert_untouched(project / "site", beside=["playbook"])


def test_a_new_build_replaces_the_old_one_as_a_whole_beside_the_playbook_or_within(
    project: Path, run: Run
) -> None:
    leave_old_site(project / "site")
    (project / "site" / "withdrawn.html").write_text("", "utf-8")
    assert run("-C", project, "build", "--no-sheets").returncode == 0
    assert (project / "site" / "index.html").read_text("utf-8") != "old"
    assert not (project / "site" / "withdrawn.html").exists()
    assert not (project / "site" / "de" / "sheets").exists()
    assert sorted(path.name for path in project.iterdir()) == ["playbook", "site"]
    assert run("-C", project / "playbook", "build", "--no-sheets").returncode == 0
    assert contents(project / "playbook" / "site") == contents(project / "site")
    assert run("-C", project / "playbook", "check").returncode == 0


@pytest.fixture
def editions() -> tuple[Edition, ...]:
    """Of one page each, since it does not matter here what is published; MkDocs would take its time."""
    playbook = check(read_folder(MINIMAL, "minimal"), date(2026, 11, 22)).playbook
    assert playbook is not None
    page = Page("index.md", "Minimal", "# Minimal", section="Minimal")
    return tuple(replace(edition, pages=(page,)) for edition in render_editions(playbook, date(2026, 11, 22)))


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    leave_old_site(tmp_path / "place" / "site")
    return tmp_path / "place" / "site"


def assert_untouched(old_site: Path, beside: Sequence[str] = ()) -> None:
    assert contents(old_site) == {publish_module.MARKER: b"", "index.html": b"old"}
    assert sorted(path.name for path in old_site.parent.iterdir()) == sorted([*beside, old_site.name])


def test_a_page_that_mkdocs_refuses_keeps_the_old_site(old_site: Path, editions: tuple[Edition, ...]) -> None:
    german, english = editions
    page = replace(english.pages[0], body="[nowhere](nowhere.md)")
    broken = replace(english, pages=(page, *english.pages[1:]), sheets=())
    with pytest.raises(SiteError, match=r"nowhere\.md"):
        publish([replace(german, sheets=()), broken], "Minimal", old_site, None)
    assert_untouched(old_site)


def test_a_sheet_that_fails_keeps_the_old_site(
    old_site: Path, editions: tuple[Edition, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(sheet: Sheet) -> bytes:
        raise RuntimeError(sheet.name)

    monkeypatch.setattr(publish_module, "sheet_pdf", fail)
    with pytest.raises(RuntimeError, match=r"^(call-list|checklist)-"):
        publish(editions, "Minimal", old_site, None)
    assert_untouched(old_site)


def test_a_failure_in_the_last_move_brings_the_old_site_back(
    old_site: Path, editions: tuple[Edition, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError("disk on fire")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="disk on fire"):
        publish([replace(editions[0], sheets=())], "Minimal", old_site, None)
    assert_untouched(old_site)


def test_in_process_failures_would_be_noticed(old_site: Path, editions: tuple[Edition, ...]) -> None:
    """The same call without a failure replaces the site: the tests above prove something."""
    publish([replace(editions[0], sheets=())], "Minimal", old_site, None)
    assert (old_site / "index.html").read_text("utf-8") != "old"
    with pytest.raises(AssertionError):
        assert_untouched(old_site)


@pytest.mark.parametrize("kind", ["folder", "file", "link", "below a file"])
def test_what_we_did_not_build_is_refused(kind: str, project: Path, invoke: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("years of work", "utf-8")
    link = tmp_path / "link"
    link.symlink_to(foreign)
    out = {
        "folder": foreign,
        "file": foreign / "thesis.txt",
        "link": link,
        "below a file": foreign / "thesis.txt" / "site",
    }[kind]
    assert_one_line(invoke("-C", project, "build", "--no-sheets", "--out", out), str(out))
    assert contents(foreign) == {"thesis.txt": b"years of work"}
    assert link.is_symlink()


def test_an_empty_folder_is_taken(editions: tuple[Edition, ...], tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    publish([replace(editions[0], sheets=())], "Minimal", tmp_path / "public", None)
    assert (tmp_path / "public" / "index.html").is_file()


# Where the playbook is


def test_a_folder_that_holds_a_playbook_and_the_playbook_itself(project: Path, invoke: Run) -> None:
    edit(project / "playbook" / "decisions.yaml", WARNED)
    outer = invoke("-C", project, "check")
    inner = invoke("-C", project / "playbook", "check")
    here = invoke("check", cwd=project)
    assert outer.stdout.count("duration-vague") == 1
    assert outer.returncode == inner.returncode == here.returncode == 0
    assert outer.stdout == inner.stdout
    assert here.stdout == outer.stdout.replace(os.path.relpath(project / "playbook", ROOT), "playbook")


WITHOUT_PLAYBOOK = {"explain", "schema"}  # what they say is the same for every playbook


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - WITHOUT_PLAYBOOK))
def test_without_a_playbook(command: str, invoke: Run, tmp_path: Path) -> None:
    assert_one_line(invoke("-C", tmp_path, command), "no playbook", str(tmp_path))
    assert_one_line(invoke("-C", tmp_path / "missing", command), "no playbook")
    (tmp_path / "playbook").mkdir()
    assert_one_line(invoke("-C", tmp_path, command), "no YAML file")
    assert [path.name for path in tmp_path.iterdir()] == ["playbook"]


@pytest.mark.parametrize("command", sorted(WITHOUT_PLAYBOOK))
def test_what_needs_no_playbook(command: str, invoke: Run, tmp_path: Path) -> None:
    assert invoke("-C", tmp_path, command).returncode == 0


# As it was at a revision


def git(folder: Path, *arguments: str) -> str:
    identity = {f"GIT_{who}_{what}": "nobody@example.com" for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")}  # fmt: skip
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**os.environ, **identity, **alone},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture
def repository(project: Path) -> Path:
    """An old state with a warning, a newer one with another title, and a work tree that is broken."""
    decisions = project / "playbook" / "decisions.yaml"
    edit(decisions, WARNED)
    edit(decisions, ("Shop schließen", "Shop abschalten"))
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "old")
    git(project, "tag", "old")
    edit(decisions, WARNED[::-1])
    edit(decisions, ("Shop abschalten", "Shop schließen"))
    git(project, "commit", "--quiet", "--all", "--message", "new")
    edit(decisions, BROKEN)
    (project / "playbook" / "unfinished.yaml").write_text("kind:\n", "utf-8")
    return project


def test_a_revision_is_checked_and_built_without_touching_the_work_tree(
    repository: Path, run: Run, invoke: Run
) -> None:
    before, status = contents(repository), git(repository, "status", "--porcelain")
    assert invoke("-C", repository, "check").returncode == 1
    assert invoke("-C", repository, "check", "--revision", "HEAD").stdout == ""
    assert invoke("-C", repository, "check", "--revision", "old", "--strict").returncode == 1
    done = run("-C", repository, "build", "--no-sheets", "--revision", "old")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning duration-vague" in done.stdout  # which does not keep it from being built
    page = (repository / "site" / "de" / "decisions.html").read_text("utf-8")
    assert "Shop abschalten" in page
    assert "Shop schließen" not in page
    shutil.rmtree(repository / "site")
    assert contents(repository) == before
    assert git(repository, "status", "--porcelain") == status


@pytest.mark.parametrize("directory", [".", "playbook"])
def test_a_revision_and_a_folder_have_the_same_findings(directory: str, repository: Path, invoke: Run) -> None:
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "broken")
    by_folder = invoke("-C", repository / directory, "check")
    by_revision = invoke("-C", repository / directory, "check", "--revision", "HEAD")
    folder = os.path.relpath(repository / "playbook", ROOT)
    assert by_folder.returncode == by_revision.returncode == 1
    assert by_folder.stdout.count(f"{folder}/") > 1
    assert by_folder.stdout.replace(f"{folder}/", "HEAD:playbook/") == by_revision.stdout


def test_the_playbook_at_the_top_of_a_repository(project: Path, invoke: Run) -> None:
    playbook = project / "playbook"
    git(playbook, "init", "--quiet")
    git(playbook, "add", "--all")
    git(playbook, "commit", "--quiet", "--message", "all")
    assert invoke("-C", playbook, "check", "--revision", "HEAD").returncode == 0


def test_a_revision_that_is_not_there(repository: Path, invoke: Run, tmp_path: Path) -> None:
    assert_one_line(invoke("-C", repository, "check", "--revision", "nowhere"), "nowhere")
    assert_one_line(invoke("-C", repository, "check", "--revision=--help"), "--help")
    assert_one_line(invoke("-C", tmp_path, "check", "--revision", "HEAD"), "not a git repository")
    assert_one_line(invoke("-C", tmp_path / "missing", "check", "--revision", "HEAD"), "missing")


# Exit status and help


def test_strict_counts_warnings_as_errors(project: Path, invoke: Run) -> None:
    assert invoke("-C", project, "check", "--strict").returncode == 0
    edit(project / "playbook" / "decisions.yaml", WARNED)
    lenient, strict = invoke("-C", project, "check"), invoke("-C", project, "check", "--strict")
    assert (lenient.returncode, strict.returncode) == (0, 1)
    assert lenient.stdout == strict.stdout
    assert "warning duration-vague" in strict.stdout
    assert invoke("-C", project, "build", "--no-sheets", "--strict").returncode == 1
    assert not (project / "site").exists()


def test_quiet_when_fine(run: Run) -> None:
    done = run("check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc", "--lang", "de"], "den Befehl „chekc“ gibt es nicht; meinten Sie „check“?"),
        (["--lang=de", "publish"], "den Befehl „publish“ gibt es nicht"),
        (["--lang", "de"], "es fehlt ein Befehl"),
        (["check", "--formt", "x", "--lang", "de"], "die Option „--formt“ gibt es nicht; meinten Sie „--format“?"),
        (["check", "surplus", "--lang", "de"], "zu viel angegeben: surplus"),
        (["check", "--as-of", "morgen", "--lang", "de"], "unpassender Wert für --as-of: „morgen“ ist kein Tag"),
        (["check", "--lang", "fr", "--lang", "de", "--format", "html"], "das Format „html“ gibt es nicht"),
        (["--lang", "de", "check", "--lang"], "hinter „--lang“ fehlt ein Wert"),
        (["check", "--strict=1", "--lang", "de"], "„--strict“ steht ohne Wert"),
        (["check", "-C", "no/such", "--lang", "de"], "kein Playbook in no/such: weder"),
        (["schema", "--out", "README.md", "--lang", "de"], "stammt nicht von alarmplan schema"),
        (["build", "--out", "README.md", "--lang", "de"], "README.md ist kein Ordner"),
        (["check", "--revision=-x", "--lang", "de"], "keine Revision von Git: -x"),
    ],
)
def test_wrong_use_is_told_in_german(arguments: list[str], said: str, invoke: Run) -> None:
    done = invoke(*arguments)
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last.startswith("Fehler: ")
    assert said in last
    assert "Usage" not in done.stderr
    assert "Error" not in done.stderr


def test_without_arguments_there_is_help(invoke: Run) -> None:
    done = invoke()
    assert done.returncode in (0, 2)  # by the version of click
    assert "Commands:" in done.stdout + done.stderr


def test_whatever_the_caller_gets_wrong_has_words_and_all_of_them_are_used() -> None:
    package = Path(alarmplan.__file__).parent
    source = "\n".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    raised = r"(?:CallerError|SourceError|OutputError|SettingsError|WrongValueError)\(\s*"
    problems = {"no-format", "no-format-meant"}
    for one, other in re.findall(rf'{raised}"([a-z-]+)"(?: if \w+ else "([a-z-]+)")?', source):
        problems |= {one, other or one}
    for language in ("de", "en"):
        assert set(words(language)["trouble"]) == problems
    usage = re.findall(r'said\["([a-z_]+)"\]', (package / "cli" / "wrong_use.py").read_text("utf-8"))
    assert set(usage) | {"error"} == set(words("de")["usage"]) == set(words("en")["usage"])


def test_messages_in_both_languages(project: Path, invoke: Run) -> None:
    edit(project / "playbook" / "decisions.yaml", BROKEN)
    assert "Fehler" in invoke("-C", project, "--lang", "de", "check").stdout
    assert "error" in invoke("-C", project, "--lang", "en", "check").stdout
    assert "Fehler" in invoke("-C", project, "check", env={"LC_ALL": "de_DE.UTF-8"}).stdout


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (["chekc"], {}),
        (["check", "--bogus"], {}),
        (["check", "surplus"], {}),
        (["--lang", "fr", "check"], {}),
        (["--as-of", "tomorrow", "check"], {}),
        (["--as-of", "2026-02-30", "check"], {}),
        (["check"], {"SOURCE_DATE_EPOCH": "yesterday"}),
        (["check"], {"SOURCE_DATE_EPOCH": "99999999999999999"}),
        (["build", "--out"], {}),
        (["-C"], {}),
    ],
)
def test_wrong_use(arguments: list[str], env: dict[str, str]) -> None:
    done = CliRunner().invoke(main, arguments, env=env)
    assert done.exit_code == 2
    assert isinstance(done.exception, SystemExit)
    assert "Error: " in done.stderr
    assert done.stdout == ""


def example(command: Command) -> str:
    found = re.search(r"^ *Example: (alarmplan .+)$", command.help or "", re.MULTILINE)
    assert found, command.name
    return found[1]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_shows_an_example_that_works(command: str, run: Run, project: Path) -> None:
    shown = example(command_of(command) if command else main)
    help_text = run(*command.split(), "--help")
    assert help_text.returncode == 0
    assert shown in help_text.stdout
    arguments = shlex.split(shown)[1:]
    if "-C" in arguments:
        project = project.rename(project.parent / arguments[arguments.index("-C") + 1]).parent
    done = run(*arguments, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr


# Plain MkDocs


@pytest.fixture
def plain(project: Path) -> Path:
    """A folder that plain MkDocs builds, by the settings that we ship."""
    shutil.copy2(ROOT / "mkdocs.yml", project)
    return project


def mkdocs(folder: Path, *arguments: str) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_plain_mkdocs_builds_a_preview_and_leaves_the_site_alone(plain: Path) -> None:
    """Even when it is told nothing else than to build into `site`, and with a warning, which it tells."""
    edit(plain / "mkdocs.yml", ("site_dir: preview\n", ""))
    edit(plain / "playbook" / "decisions.yaml", VAGUE)
    (plain / "site").mkdir()
    (plain / "site" / "index.html").write_text("built before", "utf-8")
    tree = contents(plain)
    done = mkdocs(plain, "build")
    assert done.returncode == 0, done.stderr
    assert "duration-vague" in done.stderr
    assert "Was ist los?" in (plain / "preview" / "index.html").read_text("utf-8")
    assert not list((plain / "preview").rglob("*.yaml"))
    shutil.rmtree(plain / "preview")
    assert contents(plain) == tree


def test_plain_mkdocs_refuses_a_broken_playbook(plain: Path) -> None:
    edit(plain / "playbook" / "decisions.yaml", BROKEN)
    done = mkdocs(plain, "build", "--strict")
    assert done.returncode != 0
    assert "playbook/decisions.yaml:1:7" in done.stderr
    assert "kind-unknown" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (plain / "preview" / "index.html").exists()


def test_plain_mkdocs_counts_warnings_when_strict(plain: Path) -> None:
    edit(plain / "playbook" / "decisions.yaml", VAGUE)
    done = mkdocs(plain, "build", "--strict")
    assert done.returncode == 1
    assert "duration-vague" in done.stderr


def test_serve_shows_what_was_saved(plain: Path) -> None:
    decisions = plain / "playbook" / "decisions.yaml"
    sound = decisions.read_text("utf-8")
    with served(plain) as page:
        wait_for(page, "Was ist los?")
        edit(decisions, BROKEN)
        wait_for(page, "decisions.yaml:1:7", "kind-unknown", "decision")
        decisions.write_text(sound, "utf-8")
        assert "kind-unknown" not in wait_for(page, "Was ist los?")


@contextmanager
def served(folder: Path) -> Iterator[Callable[[], str]]:
    """`mkdocs serve` on a free port of this machine; gives what fetches its first page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder.parent / "serve.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
            stdout=output,
            stderr=output,
        )
    try:
        yield lambda: fetch(port)
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        assert "Traceback" not in log.read_text("utf-8")


def fetch(port: int) -> str:
    """The first page; empty while nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/index.html")
        answer = connection.getresponse()
        return answer.read().decode() if answer.status == 200 else ""
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()


def wait_for(page: Callable[[], str], *words: str) -> str:
    end = time.monotonic() + PATIENCE
    shown = ""
    while time.monotonic() < end:
        shown = page()
        if all(word in shown for word in words):
            return shown
        time.sleep(0.2)
    pytest.fail(f"waited {PATIENCE} s for {words}, last seen:\n{shown[:2000]}")


def test_the_copy_of_the_checkout_is_one(checkout: Path) -> None:
    """What other tests build from is what is tracked, without what lies about."""
    assert filecmp.cmp(checkout / "mkdocs.yml", ROOT / "mkdocs.yml", shallow=False)
    assert not (checkout / ".git").exists()
