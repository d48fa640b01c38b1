"""What cannot be had as a file is named, wherever the playbook comes from; the rest is read."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from alarmplan.model.source import MAX_BYTES, Source
from alarmplan.pipeline import check
from alarmplan.report.formats import FORMATS
from alarmplan.report.report import report_on
from alarmplan.sources import SourceError, folder, printable
from alarmplan.sources.folder import find_playbook, read_folder
from alarmplan.sources.revision import read_revision
from tests.conftest import UPKEEP

AS_OF = date(2026, 11, 22)

MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
ROLE = "kind: role\nid: driver\ntitle: {de: Fahrdienst, en: Driver}\npurpose: {de: Liefert., en: Delivers.}\n"


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    root = tmp_path / "work" / "playbook"
    for path, content in MINIMAL.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (tmp_path / "secret.yaml").write_text(ROLE)
    (tmp_path / "elsewhere").mkdir()
    return root


Run = Callable[..., subprocess.CompletedProcess[str]]
Make = Callable[[Path], object]


def folder_with_a_file(playbook: Path) -> None:
    (playbook / "x.yaml").mkdir()
    (playbook / "x.yaml" / "driver.yml").write_text(ROLE)


# (what is there, how it is made, path → rule, also in git)
REFUSED: list[tuple[str, Make, dict[str, str], bool]] = [
    ("a link out", lambda p: (p / "x.yaml").symlink_to("../../secret.yaml"), {"x.yaml": "file-leads-out"}, True),
    (
        "an absolute link out",
        lambda p: (p / "x.yaml").symlink_to("/etc/passwd"),
        {"x.yaml": "file-leads-out"},
        True,
    ),
    (
        "a folder that is a link out",
        lambda p: (p / "more").symlink_to("../../elsewhere"),
        {"more": "file-leads-out"},
        False,  # git knows no more than that it is a link
    ),
    ("a link to nothing", lambda p: (p / "x.yaml").symlink_to("gone.yaml"), {"x.yaml": "file-link-broken"}, True),
    ("a link to itself", lambda p: (p / "x.yaml").symlink_to("x.yaml"), {"x.yaml": "file-link-broken"}, True),
    ("a link to a folder", lambda p: (p / "x.yaml").symlink_to("roles"), {"x.yaml": "file-not-a-file"}, True),
    ("a folder", folder_with_a_file, {"x.yaml": "file-not-a-file"}, True),
    ("a pipe", lambda p: os.mkfifo(p / "x.yaml"), {"x.yaml": "file-not-a-file"}, False),
    (
        "a control character in the name",
        lambda p: (p / "a\nb.yaml").write_text(ROLE),
        {"a\\nb.yaml": "file-name-unprintable"},
        True,
    ),
    (
        "a name that is not UTF-8",
        lambda p: Path(os.fsdecode(os.fsencode(p) + b"/caf\xe9.yaml")).write_text(ROLE),
        {"caf\\udce9.yaml": "file-name-unprintable"},
        True,
    ),
    (
        "a text editor's ending",
        lambda p: (p / "x.yaml.txt").write_text(ROLE),
        {"x.yaml.txt": "file-suffix-wrong"},
        True,
    ),
    (
        "capital letters",
        lambda p: (p / "roles" / "x.YML").write_text(ROLE),
        {"roles/x.YML": "file-suffix-wrong"},
        True,
    ),
    (
        "too many bytes",
        lambda p: (p / "x.yaml").write_bytes(b"#" * (MAX_BYTES + 1)),
        {"x.yaml": "file-too-large"},
        True,
    ),
]


def committed(playbook: Path) -> Source:
    for arguments in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "x"],
    ):
        subprocess.run(["git", *arguments], cwd=playbook.parent, check=True, capture_output=True)
    return read_revision(playbook.parent, "HEAD")


@pytest.mark.parametrize(("title", "make", "refused", "in_git"), REFUSED)
def test_what_is_no_file_is_named(
    playbook: Path, title: str, make: Make, refused: dict[str, str], in_git: bool
) -> None:
    make(playbook)
    sources = [read_folder(playbook, "playbook")]
    if in_git:
        sources.append(committed(playbook))
    for source in sources:
        assert source.refused == refused
        assert MINIMAL.files.items() <= source.files.items()
        checked = check(source, AS_OF)
        found = [(finding.place.path, finding.rule) for finding in checked.findings if finding.rule not in UPKEEP]
        assert found == list(refused.items())
        for language in ("de", "en"):
            for write in FORMATS.values():
                write(report_on(checked, language, AS_OF)).encode()  # lone surrogates would refuse


def test_files_below_a_folder_named_like_a_file_are_read(playbook: Path) -> None:
    folder_with_a_file(playbook)
    for source in (read_folder(playbook, "playbook"), committed(playbook)):
        assert source.files["x.yaml/driver.yml"] == ROLE.encode()


def test_a_link_within_the_playbook_is_read(playbook: Path) -> None:
    (playbook / "roles" / "driver.txt").write_text(ROLE)
    (playbook / "driver.yaml").symlink_to("roles/driver.txt")
    for source in (read_folder(playbook, "playbook"), committed(playbook)):
        assert source.files["driver.yaml"] == ROLE.encode()
        assert source.refused == {}


def test_a_submodule_is_named(playbook: Path) -> None:
    committed(playbook)
    subprocess.run(
        ["git", "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},playbook/x.yaml"],
        cwd=playbook.parent,
        check=True,
    )
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "y"],
        cwd=playbook.parent,
        check=True,
    )
    assert read_revision(playbook.parent, "HEAD").refused == {"x.yaml": "file-not-a-file"}


def test_what_may_not_be_read_is_named(playbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patched, since the superuser may read everything."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "driver.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    (playbook / "roles" / "driver.yaml").write_text(ROLE)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_folder(playbook, "playbook").refused == {"roles/driver.yaml": "file-not-readable"}


def test_a_folder_that_may_not_be_read_is_named(playbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("roles"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert read_folder(playbook, "playbook").refused == {"roles": "file-not-readable"}


def test_an_organisation_that_cannot_be_read_is_not_missed(playbook: Path) -> None:
    (playbook / folder.MARKER).unlink()
    (playbook / folder.MARKER).symlink_to("gone.yaml")
    assert find_playbook(playbook) == playbook
    found = {finding.rule for finding in check(read_folder(playbook, "playbook"), AS_OF).findings}
    assert "file-link-broken" in found
    assert "organisation-missing" not in found


def test_ids_of_files_that_cannot_be_read_are_not_missed(playbook: Path) -> None:
    (playbook / "roles" / "support.yaml").unlink()
    (playbook / "roles" / "support.yaml").symlink_to("gone.yaml")
    assert [finding.rule for finding in check(read_folder(playbook, "playbook"), AS_OF).findings] == [
        "file-link-broken"
    ]


@pytest.mark.parametrize(
    ("name", "intended"),
    [
        ("support.yaml.txt", "support.yaml"),
        ("support.yml.TXT", "support.yml"),
        ("support.YAML", "support.yaml"),
        ("Support.Yml", "Support.yml"),
    ],
)
def test_a_file_with_another_suffix_is_told_its_name_and_not_missed(
    playbook: Path, name: str, intended: str
) -> None:
    (playbook / "roles" / "support.yaml").rename(playbook / "roles" / name)
    found = check(read_folder(playbook, "playbook"), AS_OF).findings
    assert [finding.params["name"] for finding in found if finding.rule == "file-suffix-wrong"] == [intended]
    if name.startswith("support"):
        assert len(found) == 1


def test_other_files_are_none_of_our_business(playbook: Path) -> None:
    for name in ("support.txt", "support.yaml.bak", "support.yaml~", "yaml.txt", "notes.md"):
        (playbook / "roles" / name).write_text("]")
    for source in (read_folder(playbook, "playbook"), committed(playbook)):
        assert (source.files, source.refused) == (MINIMAL.files, {})


def test_hidden_folders_and_files_are_left_out(playbook: Path) -> None:
    (playbook / ".drafts").mkdir()
    (playbook / ".drafts" / "x.yaml").write_text("]")
    (playbook / ".x.yaml").write_text("]")
    for source in (read_folder(playbook, "playbook"), committed(playbook)):
        assert source.files == MINIMAL.files


def test_a_large_file_is_not_read(playbook: Path) -> None:
    with (playbook / "x.yaml").open("wb") as file:
        file.truncate(100 * 1024**3)  # sparse: it takes no room on the disk
    assert read_folder(playbook, "playbook").refused == {"x.yaml": "file-too-large"}


def test_a_folder_without_a_playbook_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        find_playbook(tmp_path)
    with pytest.raises(SourceError):
        read_folder(tmp_path, "x")


def test_the_command_ends_with_one_for_a_file_it_cannot_read(playbook: Path, run: Run) -> None:
    (playbook / "x.yaml").symlink_to("gone.yaml")
    done = run("-C", playbook, "check", "--lang", "en")
    assert done.returncode == 1
    assert "x.yaml:1:1: error file-link-broken" in done.stdout
    assert done.stderr == ""


def test_names_are_shown_with_escapes() -> None:
    assert printable("rôles/ä.yaml") == "rôles/ä.yaml"
    assert printable("a\tb\u202e\udce9") == "a\\tb\\u202e\\udce9"
