"""YAML text to nodes, by libyaml, with nesting bounded before the C stack could overflow."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml
from yaml._yaml import CParser

MAX_DEPTH = 100
MAX_VALUES = 50_000
_DEEP_COLUMN = re.compile(rf"[ \t?:-]{{{MAX_DEPTH}}}")  # what stands before a deeply nested block entry
_LINE_BREAK = re.compile(r"[\n\r]")
# What YAML forbids; besides, what nobody sees and editors do not take for the line break it is here:
# next line, line and paragraph separator, and a byte order mark that is not at the start.
_BAD_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class YamlError(Exception):
    """The text is not YAML as we read it. `offset` counts code points from the start."""

    def __init__(self, rule: str, offset: int, params: Mapping[str, str | int] | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.offset = offset
        self.params = params or {}


class _Composer(CParser):
    """The C composer without YAML 1.1's typing of scalars: `node.tag` is None unless written."""

    nodes = 0

    def descend_resolver(self, parent: object, index: object) -> None:
        """Is called for every node; so a huge text is refused before all of it is in memory."""
        self.nodes += 1
        _bound_values(self.nodes)

    def ascend_resolver(self) -> None: ...

    def resolve(self, kind: object, value: object, implicit: object) -> None: ...


def compose(text: str) -> yaml.Node | None:
    """The root node; None for a text without content.

    Raises:
        YamlError: for a text that is not one well-formed document of reasonable size and depth.
    """
    if bad := _BAD_CHARACTER.search(text):
        raise YamlError("yaml-bad-character", bad.start(), {"character": f"U+{ord(bad.group()):04X}"})
    try:
        if _may_be_deep(text):
            _bound_depth(text)
        return _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from None


def _may_be_deep(text: str) -> bool:
    """Depth takes brackets or columns; text with few of both is spared the walk."""
    return text.count("[") + text.count("{") > MAX_DEPTH or _DEEP_COLUMN.search(text) is not None


def _bound_depth(text: str) -> None:
    """Walks the events, which costs no stack, and refuses what the composer could not survive."""
    depth = nodes = 0
    parser = _Composer(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, yaml.NodeEvent):
            nodes += 1
            _bound_values(nodes)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            bound_depth(depth, event.start_mark.index if event.start_mark else 0)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def bound_depth(depth: int, offset: int) -> None:
    if depth > MAX_DEPTH:
        raise YamlError("yaml-too-deep", offset, {"limit": MAX_DEPTH})


def _bound_values(count: int) -> None:
    if count > MAX_VALUES:
        raise YamlError("yaml-too-large", 0, {"limit": MAX_VALUES})


def _explained(error: yaml.MarkedYAMLError, text: str) -> YamlError:
    mark = error.problem_mark or error.context_mark
    offset = mark.index if mark else 0
    problem, context = error.problem or "", error.context or ""
    if "but found another document" in problem or _goes_on_after_its_end(problem, text[:offset]):
        return YamlError("yaml-several-documents", offset)
    if "undefined alias" in problem:
        return YamlError("yaml-alias-undefined", offset)
    if "quoted scalar" in context and problem.startswith("found unexpected") and error.context_mark:
        return YamlError("yaml-quote-unclosed", error.context_mark.index)
    if text[offset : offset + 1] == "\t" or re.match(r" *\t", _line_at(text, offset)):
        return YamlError("yaml-tab", offset)
    if "duplicate anchor" in context:
        problem = context.partition(";")[0]  # the problem itself says only "second occurrence"
    return YamlError("yaml-syntax", offset, {"problem": problem})


def _goes_on_after_its_end(problem: str, before: str) -> bool:
    return "expected <document start>" in problem and re.search(r"^\.\.\.\s", before, re.MULTILINE) is not None


def _line_at(text: str, offset: int) -> str:
    return _LINE_BREAK.split(text[:offset])[-1] + _LINE_BREAK.split(text[offset:], maxsplit=1)[0]
