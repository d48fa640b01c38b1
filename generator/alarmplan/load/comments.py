"""Comments that speak to us: `# alarmplan: …`. The same words inside a text are text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from alarmplan.load.compose import compose
from alarmplan.load.line import line_at
from alarmplan.model.comment import Comment
from alarmplan.model.place import Place

_MARK = re.compile(r"#[ \t]*alarmplan(?=[ \t]*:|.*\bignore)", re.IGNORECASE)


def comments(path: str, text: str) -> tuple[Comment, ...]:
    """The comments of a text that has been loaded, in order."""
    return tuple(_comments(path, text)) if _MARK.search(text) else ()


def _comments(path: str, text: str) -> Iterator[Comment]:
    root = compose(text)
    within_scalars = list(_scalars(root, text, set())) if root else []
    lines = text.splitlines(keepends=True)  # a text that loads has no other line breaks than LF, CRLF and CR
    line_start = 0
    for index, line in enumerate(lines):
        for match in _MARK.finditer(line):
            offset = line_start + match.start()
            if any(start <= offset < end for start, end in within_scalars):
                continue
            alone = not line[: match.start()].strip()
            covers = _next_content(lines, index) if alone else index
            yield Comment(Place(path, offset=offset), covers + 1, line[match.end() :].strip())
            break  # the comment goes on to the end of the line
        line_start += len(line)


def _scalars(node: yaml.Node, text: str, seen: set[int]) -> Iterator[tuple[int, int]]:
    if id(node) in seen:  # an alias leads to what was seen already
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        start = node.start_mark.index
        in_block = node.style in ("|", ">")  # its text begins behind the line of the sign
        own = line_at(text, start)
        yield (own.start + len(own.content) if in_block else start), node.end_mark.index
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for child in pair:
                yield from _scalars(child, text, seen)
    else:
        for child in node.value:
            yield from _scalars(child, text, seen)


def _next_content(lines: Sequence[str], index: int) -> int:
    """The index of the first line behind `index` that is neither blank nor a comment, else `index`."""
    for following in range(index + 1, len(lines)):
        content = lines[following].strip()
        if content and not content.startswith("#"):
            return following
    return index
