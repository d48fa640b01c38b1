"""YAML text to nodes, by libyaml, with nesting bounded before the C stack could overflow."""

from __future__ import annotations

import re
from functools import partial

import yaml
from yaml._yaml import CParser

from alarmplan.load.trouble import YamlError

MAX_DEPTH = 100
MAX_VALUES = 10_000  # keys included; explaining that many mistakes still takes less than a second
_DEEP_COLUMN = re.compile(rf"[ \t?:-]{{{MAX_DEPTH}}}")  # what stands before a deeply nested block entry
# What YAML forbids; besides, what nobody sees: line ends that editors do not take for such (next line, line and
# paragraph separator), a byte order mark that is not at the start, soft hyphens, spaces without width, fillers,
# and marks that turn the direction of writing, by which a text can look like another one.
_BAD_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u061b\u061d-\u115e\u1161-\u180d\u180f-\u200a\u2010-\u2027\u202f-\u205f"
    "\u2070-\u3163\u3165-\ud7ff\ue000-\ufefe\uff00-\uff9f\uffa1-\ufff8\ufffc-\ufffd"
    "\U00010000-\U000dffff\U000e0020-\U0010ffff]"
)
_JOINERS = frozenset("\u200c\u200d")
_LAST_LATIN = "\u02ff"  # beyond it are scripts and emoji whose characters may have to be joined


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
    if bad := bad_character(text):
        raise bad
    try:
        if _may_be_deep(text):
            _bound_depth(text)
        return _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        from alarmplan.load.explain import explained  # most files need no explanation

        raise explained(error, text, partial(_value_before, text)) from None


def bad_character(text: str) -> YamlError | None:
    """The first character that may not be there, in a whole text or in a value that was written with escapes."""
    for bad in _BAD_CHARACTER.finditer(text):
        joins = bad.group() in _JOINERS and text[max(0, bad.start() - 1)] > _LAST_LATIN
        if not joins or bad.start() == 0:
            return YamlError("yaml-bad-character", bad.start(), {"character": f"U+{ord(bad.group()):04X}"})
    return None


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


def _value_before(text: str, offset: int) -> tuple[int, int] | None:
    """Where the last token before `offset` begins and ends."""
    found = None
    parser = _Composer(text)
    while (token := parser.get_token()) is not None and token.start_mark.index < offset:
        found = token.start_mark.index, token.end_mark.index
    return found
