"""From a route to line and column, on demand: the text is composed again, nothing was kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

import yaml

from alarmplan.load.compose import compose
from alarmplan.load.trouble import YamlError
from alarmplan.model.place import Place, Route

_LINE_BREAK = re.compile(r"\r\n|\n|\r")  # as editors count lines; libyaml also breaks at NEL and U+2028

Pair = tuple[yaml.Node, yaml.Node]


@dataclass(frozen=True, slots=True)
class Spot:
    """`line` and `column` from 1, in code points; `length` of the marked text on that line, at least 1."""

    line: int
    column: int
    length: int
    line_text: str


class Places:
    """Finds places in one text, the decoded content of a file without a byte order mark."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs: dict[int, dict[str, Pair]] = {}
        self._lines: dict[int, str] = {}
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]

    def locate(self, place: Place) -> Spot:
        start, end = self._extent(place)
        line = bisect_right(self._starts, start)
        line_start = self._starts[line - 1]
        line_text = self._line(line)
        column = start - line_start + 1
        length = max(1, min(end, line_start + len(line_text)) - start)
        return Spot(line, column, length, line_text)

    def _line(self, line: int) -> str:
        """Cut out once, since a long line may be shown for each of its words."""
        if line not in self._lines:
            end = self._starts[line] if line < len(self._starts) else len(self._text)
            self._lines[line] = self._text[self._starts[line - 1] : end].rstrip("\r\n")
        return self._lines[line]

    @cached_property
    def _root(self) -> yaml.Node | None:
        try:
            return compose(self._text)
        except YamlError:
            return None

    def _extent(self, place: Place) -> tuple[int, int]:
        if place.offset is not None:
            offset = min(place.offset, len(self._text))
            return offset, offset + 1
        if self._root is None:
            return 0, 1
        found = self._find(self._root, place.route, at_key=place.at_key)
        start, end = found.start_mark.index, found.end_mark.index
        if place.words and (words := _whole(place.words).search(self._text, start, end)):
            return words.span()
        return start, start + len(self._text[start:end].rstrip())

    def _find(self, node: yaml.Node, route: Route, *, at_key: bool) -> yaml.Node:
        """The node at the end of `route`, or the last one on the way that exists."""
        marked = node
        for position, step in enumerate(route):
            last = position == len(route) - 1
            if isinstance(node, yaml.MappingNode):
                pair = self._pairs_of(node).get(str(step))
                if pair is None:
                    break
                node = pair[1]
                marked = pair[0] if (last and at_key) else node
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                marked = node = node.value[step]
            else:
                break
        return marked

    def _pairs_of(self, node: yaml.MappingNode) -> dict[str, Pair]:
        """By key, the first of doubled ones; made once, since a mapping may be asked for each of its keys."""
        if id(node) not in self._pairs:
            self._pairs[id(node)] = {pair[0].value: pair for pair in reversed(node.value) if _is_scalar(pair[0])}
        return self._pairs[id(node)]


def _whole(words: str) -> re.Pattern[str]:
    """These words, and not the beginning or end of longer ones; signs may stand close to a word."""
    before = r"(?<![\w-])" if words[0].isalnum() else ""
    after = r"(?![\w/-])" if words[-1].isalnum() else ""
    return re.compile(before + re.escape(words) + after)


def _is_scalar(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)
