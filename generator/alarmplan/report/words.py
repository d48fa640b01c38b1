"""Words of ours in which findings are told, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

# Words with which a build server takes lines of a log for commands: `##[error]`, `##vso[task.setvariable …]`.
_COMMAND = re.compile(r"#(?=#\w*\[)")
_HERE = Path(__file__).parent


@cache
def words(language: str) -> Mapping[str, Mapping[str, str]]:
    import tomllib  # slow to import, and a clean playbook needs no text

    return tomllib.loads((_HERE / f"{language}.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """The languages in which messages can be made: every file of words here is one."""
    return tuple(sorted(file.stem for file in _HERE.glob("*.toml")))


def printable(text: str) -> str:
    """Authored text must neither break the line of a message nor command a terminal or a build server.

    It stays as long as it was.
    """
    if "##" in text:
        text = _COMMAND.sub("\N{MUSIC SHARP SIGN}", text)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u00a0" else "\N{REPLACEMENT CHARACTER}" for c in text)


def printable_path(path: str) -> str:
    """Some build servers also take for a command what begins a line with `::`; the path leads to the same file."""
    return f"./{printable(path)}" if path.lstrip().startswith("::") else printable(path)
