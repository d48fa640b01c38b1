"""The lines of a text as editors count them, and what one of them looks like it was meant to be.

Quantifiers are possessive: a line of a million dashes must not be tried a million times over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from alarmplan.load.trouble import YamlError

_LINE = re.compile(r"[^\n\r]*")
_USUAL_LENGTH = 1000
_FAR_ENOUGH = 100  # lines to look up for one with content

# Signs that look like the one YAML wants, but are others.
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
BULLETS = "\u2010-\u2015\u2022\u2023\u2043\u2212\u00b7\u25aa\u25cf\u25e6\ufe58\uff0d"
QUOTES = "\u201e\u201c\u201d\u201a\u2018\u2019\u00ab\u00bb"
_LOOK_ALIKE = re.compile(
    rf"[ \t-]*+(?:[\w-]++:)?+[ \t]*+(?P<space>[{SPACES}])"
    rf"|[ \t]*+(?P<bullet>[{BULLETS}])[ \t{SPACES}]"
    r"|[ \t]*+(?:- ++)*+[\w-]++(?P<colon>[\uff1a\ufe55])"
    rf"|[ \t]*+(?:- ++)*+(?:[\w-]++:[ \t]++)?+(?P<quote>[{QUOTES}])"
)
_TIGHT = r"[ \t]*+(?:(?P<dash>-)[^\s\d-]|(?:- ++)*+(?!(?:mailto|sips?|tel):)[a-z][a-z_-]*+(?P<colon>:)[^\s:/])"
_STARTS_TIGHT = re.compile(_TIGHT)
ENTRY_LINE = re.compile(
    rf"[\n\r](?:[ \t]*+-[^\d-]|{_TIGHT})"
)  # one that continues a text, but looks like an entry

_FOREIGN_COMMENT = re.compile(r"[ \t]*+(?P<sign>//|/\*|<!--)")


@dataclass(frozen=True, slots=True)
class Line:
    """`start` counts code points from the start of the text; `content` is without its line break."""

    start: int
    content: str

    @property
    def indent(self) -> int:
        return len(self.content) - len(self.content.lstrip(" "))

    @property
    def first(self) -> int:
        """Where its first character stands that is no space."""
        return self.start + self.indent


def line_at(text: str, offset: int) -> Line:
    near = max(0, offset - _USUAL_LENGTH)  # so that many look-ups in a long text stay cheap
    start = _last_break(text, near, offset) or _last_break(text, 0, near)
    found = _LINE.match(text, start)
    return Line(start, found.group() if found else "")


def _last_break(text: str, start: int, end: int) -> int:
    """The offset behind the last line break, 0 if there is none."""
    return max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1


def line_before(text: str, line: Line) -> Line | None:
    """The nearest one above that is neither empty nor a comment."""
    for _ in range(_FAR_ENOUGH):
        if line.start == 0:
            break
        line = line_at(text, line.start - 1)
        if (content := line.content.strip()) and not content.startswith("#"):
            return line
    return None


def look_alike(line: Line) -> int | None:
    """Where a sign stands that looks like a space, dash, colon or quotation mark of YAML."""
    found = _LOOK_ALIKE.match(line.content)
    return line.start + found.start(found.lastgroup or 0) if found else None


def foreign_comment(line: Line) -> YamlError | None:
    """A line that other languages would take for a comment."""
    found = _FOREIGN_COMMENT.match(line.content)
    return (
        YamlError("yaml-comment-sign", line.start + found.start("sign"), {"sign": found["sign"]})
        if found
        else None
    )


def space_missing(line: Line) -> int | None:
    """Where a dash or colon stands with no space behind it: `-item`, `key:value`."""
    found = _STARTS_TIGHT.match(line.content)
    return line.start + found.start(found.lastgroup or 0) if found else None
