"""What YAML takes, and yet not as it was meant: text that ends at a `#`, list items that become one text.

All of it concerns values without quotes. Most files have nothing of the kind; what is asked of each
value costs next to nothing.
"""

from __future__ import annotations

import re
from functools import cached_property

import yaml

from alarmplan.load.dashes import joined_entry
from alarmplan.load.line import (
    BULLETS,
    ENTRY_LINE,
    QUOTES,
    SPACES,
    Line,
    foreign_comment,
    line_at,
    look_alike,
    space_missing,
)
from alarmplan.load.trouble import YamlError, strange

_PROPERTIES = tuple(before + sign for before in " \t\n\r,[{" for sign in "&!")
_TIGHT_COMMENT = re.compile(r"[ \t]+(#[^\s#][^\n\r]*)")
_NO_VALUE = re.compile(r"[ \t]*+:" + _TIGHT_COMMENT.pattern)
_ODD_SPACE = re.compile(f"[{SPACES}]")
_WORD_IN_QUOTES = re.compile(f"[{QUOTES}][^\\s{QUOTES}]*[{QUOTES}]")
_ANCHOR = re.compile(r"&([^\s,\[\]{}]+)")
_ALIAS = re.compile(r"\*([^\s,\[\]{}]+)")
_BARE_TAG = re.compile(r"(?:&\S+\s+)?!(?=[\s,\]}])")


class Reader:
    """Looks at the values of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tight_comments = (" #" in text and re.search(r" #[^\s#]", text) is not None) or "\t#" in text
        self._odd_spaces = _ODD_SPACE.search(text) is not None
        self.has_escapes = "\\" in text
        self.has_properties = ("&" in text or "!" in text) and (
            text.startswith(("&", "!")) or any(sign in text for sign in _PROPERTIES)
        )

    @cached_property
    def _aliases(self) -> frozenset[str]:
        return frozenset(_ALIAS.findall(self._text))

    def property(self, node: yaml.Node) -> YamlError | None:
        """A `!` or `&` before a value that is without effect, and so was meant as text."""
        start = node.start_mark.index
        if _BARE_TAG.match(self._text, start):
            return YamlError("yaml-tag", start, {"tag": "!"})
        anchor = _ANCHOR.match(self._text, start)
        if anchor and anchor[1] not in self._aliases:
            return YamlError("yaml-sign-at-start", start, {"sign": "&"})
        return None

    def _comment(self, node: yaml.ScalarNode, above: yaml.Node) -> YamlError | None:
        """A `#` with no space behind it makes a comment of what follows."""
        found = _TIGHT_COMMENT.match(self._text, node.end_mark.index)
        if found is None and node.value == "":  # within braces it stands where the next thing does
            found = _NO_VALUE.match(self._text, above.end_mark.index)
        if found is None:
            return None
        if node.value == "":
            return YamlError("yaml-comment-swallows", found.start(1))
        return YamlError("yaml-comment-in-text", found.start(1))

    def plain(self, node: yaml.ScalarNode, above: yaml.Node) -> YamlError | None:
        """Structure that became text; `above` is the key to which the value belongs, or itself."""
        value: str = node.value
        if not self._tight_comments and value.isascii() and not _has_signs(value):
            return None
        start, end = node.start_mark, node.end_mark
        if start.line != above.start_mark.line and (trouble := self._own_line(start.index)):
            return trouble
        if start.line != end.line and (trouble := self._joined(start.index, end.index)):
            return trouble
        if value[:1] in _OPENING and _WORD_IN_QUOTES.fullmatch(value):
            return strange(self._text, start.index)
        if self._tight_comments and (trouble := self._comment(node, above)):
            return trouble
        if self._odd_spaces and (at := self._edge(value, start.index)) is not None:
            return strange(self._text, at)
        return None

    def key(self, node: yaml.ScalarNode) -> YamlError | None:
        value: str = node.value
        if value.isascii() and ":" not in value and value[:1] not in _FOREIGN:
            return None
        start = node.start_mark.index
        if trouble := foreign_comment(Line(start, value)):
            return trouble
        if value[:1] in BULLETS and value[1:2] == " ":
            return strange(self._text, start)
        if value[:1] in _OPENING or (self._odd_spaces and _ODD_SPACE.search(value)):
            found = re.search(f"[{SPACES}{QUOTES}]", value)
            return strange(self._text, start + (found.start() if found else 0))
        if ":" in value and (at := space_missing(Line(start, value))) is not None:
            return YamlError("yaml-space-missing", at, {"sign": ":"})
        return None

    def line_of(self, node: yaml.Node) -> Line:
        return line_at(self._text, node.start_mark.index)

    def is_bare(self, key: yaml.Node, value: yaml.Node) -> bool:
        """Whether there is no colon behind the key; its value is known to be nothing."""
        return ":" not in self._text[key.end_mark.index : value.end_mark.index]

    def _own_line(self, start: int) -> YamlError | None:
        """A value on the line below its key, which looks like the start of a list or mapping."""
        line = line_at(self._text, start)
        if line.first != start:  # reached by an alias
            return None
        if (at := space_missing(line)) is not None:
            return YamlError("yaml-space-missing", at, {"sign": self._text[at]})
        if not line.content.lstrip().startswith(tuple(QUOTES)) and (at := look_alike(line)) is not None:
            return strange(self._text, at)
        return None

    def _joined(self, start: int, end: int) -> YamlError | None:
        """A line that continues a text, but looks like an item of a list or a key with its value."""
        found = ENTRY_LINE.search(self._text, start, end)
        if found is None:
            return None
        line = line_at(self._text, found.start() + 1)
        return joined_entry(self._text, start, line) or YamlError("yaml-line-joined", line.first)

    def _edge(self, value: str, start: int) -> int | None:
        """Where an odd space stands that nobody sees, at the start or end of a value."""
        if _ODD_SPACE.match(value):
            return start
        return start + len(value) - 1 if _ODD_SPACE.match(value[-1:]) else None


def _has_signs(value: str) -> bool:
    """Whether a dash or colon is in it that could have been meant as structure; most values have none."""
    return ":" in value or " -" in value or "\n" in value or value[:1] == "-"


_OPENING = frozenset(QUOTES)
_FOREIGN = frozenset("/<")
