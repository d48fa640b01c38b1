r"""The examples of a rule, as its `examples.md` holds them.

They stand under `## bad: English title | deutscher Titel` and `## good: …`. A block names its file
(`yaml roles/driver.yaml`). What is to be found stands beneath the guilty line, as `#! rule-id`, and is
taken out. A block marked `yaml-escaped` writes bytes as `\xff`, for what Markdown cannot hold.
"""

from __future__ import annotations

import re

from alarmplan.model.manual import Example, ExampleFile
from alarmplan.model.text import Text

_LANGUAGES = ("en", "de")  # the order of the titles in a heading
_SECTION = re.compile(r"^## (bad|good): (.+)\n((?:(?!## ).*\n?)*)", re.MULTILINE)
_BLOCK = re.compile(r"^```(yaml(?:-escaped)?) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"\s*#! ([a-z0-9-]+)\n")


def read_examples(text: str, language: str) -> tuple[Example, ...]:
    return tuple(
        Example(
            verdict="bad" if verdict == "bad" else "good",
            title=Text(by_language=tuple(zip(_LANGUAGES, titles.split(" | "), strict=False))).in_language(
                language
            ),
            files=tuple(_file(*block) for block in _BLOCK.findall(body)),
        )
        for verdict, titles, body in _SECTION.findall(text)
    )


def _file(form: str, path: str, block: str) -> ExampleFile:
    kept: list[str] = []
    marks: list[tuple[int, str]] = []
    for line in block.splitlines(keepends=True):
        if mark := _MARK.fullmatch(line):
            marks.append((len(kept), mark[1]))
        else:
            kept.append(line)
    return ExampleFile(path, "".join(kept), tuple(marks), escaped=form == "yaml-escaped")
