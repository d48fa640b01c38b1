"""Comments that speak to us: `# alarmplan: …`. The same words inside a text are text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import yaml

from alarmplan.load.compose import compose
from alarmplan.model.comment import Comment
from alarmplan.model.place import Place

_MARK = re.compile(r"#[ \t]*alarmplan(?=[ \t]*:|[ \t]+ignore[ \t]*\[)", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")  # a text that loads has no other line breaks
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def comments(path: str, text: str) -> tuple[Comment, ...]:
    """The comments of a text that has been loaded, in order."""
    return tuple(_comments(path, text)) if _MARK.search(text) else ()


def _comments(path: str, text: str) -> Iterator[Comment]:
    scalars = _Scalars(text)
    lines = _LINE.findall(text)
    next_content = _next_content(lines)
    line_start = 0
    for index, line in enumerate(lines):
        for match in _MARK.finditer(line):
            offset = line_start + match.start()
            if offset in scalars:
                continue
            alone = not line[: match.start()].strip()
            covers = next_content[index] if alone else index
            yield Comment(Place(path, offset=offset), covers + 1, line[match.end() :].strip())
            break  # the comment goes on to the end of the line
        line_start += len(line)


class _Scalars:
    """Where in a text its values and keys stand; they do not overlap."""

    def __init__(self, text: str) -> None:
        root = compose(text)
        spans = sorted(_spans(root, text, set())) if root else []
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset) - 1
        return before >= 0 and offset < self._ends[before]


def _spans(node: yaml.Node, text: str, seen: set[int]) -> Iterator[tuple[int, int]]:
    if id(node) in seen:  # an alias leads to what was seen already
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        start = node.start_mark.index
        if node.style in ("|", ">"):  # its text begins behind the line of the sign
            behind = _LINE_BREAK.search(text, start)
            start = behind.start() if behind else node.end_mark.index
        yield start, node.end_mark.index
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for child in pair:
                yield from _spans(child, text, seen)
    else:
        for child in node.value:
            yield from _spans(child, text, seen)


def _next_content(lines: Sequence[str]) -> list[int]:
    """For each line the first behind it that is neither blank nor a comment, else itself."""
    following: list[int] = []
    found: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        following.append(index if found is None else found)
        content = lines[index].strip()
        if content and not content.startswith("#"):
            found = index
    return following[::-1]
