"""What people did when a text is not YAML, and where: the parser only knows where it gave up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import yaml

from alarmplan.load.brackets import bracket_trouble, closes
from alarmplan.load.dashes import dash_missing
from alarmplan.load.indentation import misindented
from alarmplan.load.line import QUOTES, Line, foreign_comment, line_at, line_before, look_alike, space_missing
from alarmplan.load.trouble import YamlError, strange

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_KEY = re.compile(r"[ \t]*+(?:- ++)*+[\w-]++(?=:(?:[ \t]|$))")
_COMMENT = re.compile(r"[ \t]*+(#[^\n\r]*)")
_ASTERISK_AS_BULLET = re.compile(r" *+\* \Z")
_CLOSING = frozenset("\"']}")
_LONGEST_KEY = 1024  # libyaml takes no longer ones
_VALUE_BEGINS = re.compile(r"(?:[:,{\[-][ \t]*|^[ \t]*)\Z")

Extent = tuple[int, int]


@dataclass(frozen=True)
class Failure:
    """What the parser said: `offset` is where it gave up, `begun` where what it was reading began."""

    text: str
    problem: str
    context: str
    offset: int
    begun: int | None
    value_before: Callable[[int], Extent | None]

    @cached_property
    def line(self) -> Line:
        return line_at(self.text, self.offset)

    @cached_property
    def begun_line(self) -> Line:
        return self.line if self.begun is None else line_at(self.text, self.begun)

    @property
    def character(self) -> str:
        return self.text[self.offset : self.offset + 1]

    @property
    def starts_line(self) -> bool:
        return self.offset <= self.line.first


def explained(error: yaml.MarkedYAMLError, text: str, value_before: Callable[[int], Extent | None]) -> YamlError:
    """`value_before` finds where the last thing before an offset begins and ends, if it is a value or bracket."""
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    failure = Failure(
        text,
        error.problem or "",
        error.context or "",
        mark.index if mark else 0,
        begun.index if begun else None,
        value_before,
    )
    found = (recognise(failure) for recognise in _RECOGNISERS)
    return next((trouble for trouble in found if trouble), YamlError("yaml-syntax", failure.offset))


def _conflict(failure: Failure) -> YamlError | None:
    found = _CONFLICT.search(failure.text)
    return YamlError("yaml-conflict-marker", found.start()) if found else None


def _second_document(failure: Failure) -> YamlError | None:
    ended = "expected <document start>" in failure.problem and re.search(
        r"^\.\.\.\s", failure.text[: failure.offset], re.MULTILINE
    )
    if ended or "but found another document" in failure.problem:
        return YamlError("yaml-several-documents", failure.offset)
    return None


def _anchor(failure: Failure) -> YamlError | None:
    if "undefined alias" in failure.problem:
        return YamlError("yaml-alias-undefined", failure.offset)
    if "duplicate anchor" in failure.context:
        return YamlError("yaml-anchor-doubled", failure.offset)
    return None


def _quote(failure: Failure) -> YamlError | None:
    if "quoted scalar" not in failure.context or failure.begun is None:
        return None
    if failure.problem.startswith("found unexpected"):
        return YamlError("yaml-quote-unclosed", failure.begun)
    backslash = failure.text.rfind("\\", failure.begun, failure.offset + 1)
    return YamlError("yaml-escape-unknown", backslash, {"escape": failure.text[backslash : backslash + 2]})


def _tab(failure: Failure) -> YamlError | None:
    if failure.character == "\t" or re.match(r" *\t", failure.line.content):
        return YamlError("yaml-tab", failure.offset)
    return None


def _tag(failure: Failure) -> YamlError | None:
    if "tag" not in failure.problem and "tag" not in failure.context.split():
        return None
    start = failure.offset if failure.begun is None else failure.begun
    written = re.match(r"[^\s,\]}]*", failure.text[start:])
    return YamlError("yaml-tag", start, {"tag": written.group() if written else ""})


def _sign(failure: Failure) -> YamlError | None:
    """A sign that means something at the start of a value, or may not stand there at all."""
    at = failure.offset
    if failure.begun is not None and re.search("an alias|an anchor|block scalar|directive", failure.context):
        at = failure.begun
    elif "cannot start any token" not in failure.problem and not (
        failure.context == "while parsing a block node" and failure.character == ","
    ):
        return None
    if _ASTERISK_AS_BULLET.match(failure.text, line_at(failure.text, at).start, at + 2):
        return strange(failure.text, at)
    return YamlError("yaml-sign-at-start", at, {"sign": failure.text[at : at + 1]})


def _bracket(failure: Failure) -> YamlError | None:
    if failure.character in set("]}") and "flow" not in failure.context:
        return YamlError("yaml-bracket-surplus", failure.offset, {"sign": failure.character})
    if failure.begun is not None and re.match("while parsing a flow (sequence|mapping)", failure.context):
        return bracket_trouble(failure.text, failure.begun, failure.offset)
    return _swallowed(failure) if failure.context == "while parsing a flow node" else None


def _swallowed(failure: Failure) -> YamlError | None:
    """Within brackets there is no value where one must be: a comment took it, and what should close them."""
    _, end = failure.value_before(failure.offset) or (0, 0)
    comment = _COMMENT.match(failure.text, end)
    return YamlError("yaml-comment-swallows", comment.start(1)) if comment and closes(comment[1]) else None


def _strange_sign(failure: Failure) -> YamlError | None:
    """On the lines that the parser could not bring together; quotation marks only around the guilty colon."""
    unexpected_colon = "mapping values are not allowed" in failure.problem
    lines: list[Line | None] = [failure.line]
    if "simple key" in failure.context:
        lines.append(failure.begun_line)
    if unexpected_colon:
        lines.append(line_before(failure.text, failure.line))
    for line in lines:
        at = look_alike(line) if line else None
        if at is not None and (failure.text[at] not in QUOTES or (unexpected_colon and line is failure.line)):
            return strange(failure.text, at)
    return None


def _behind_the_end(failure: Failure) -> YamlError | None:
    """Something follows a value that quotes or brackets have closed."""
    if "expected key" not in failure.problem or failure.starts_line:
        return None
    start, end = failure.value_before(failure.offset) or (0, 0)
    closing = failure.text[end - 1 : end]
    if closing not in _CLOSING:
        return None
    line = line_at(failure.text, end - 1)
    if line.start > start and _VALUE_BEGINS.search(line.content[: end - 1 - line.start]):
        return YamlError("yaml-quote-unclosed", start)  # what closed it was meant to open a later value
    return YamlError("yaml-text-after-close", failure.offset, {"sign": closing})


def _dash(failure: Failure) -> YamlError | None:
    if "block sequence entries are not allowed" in failure.problem:
        return YamlError("yaml-dash-behind-colon", failure.offset)
    return None


def _no_dash(failure: Failure) -> YamlError | None:
    """A line that is neither a key nor an entry, and would be one with a dash before it."""
    misplaced = "expected key" in failure.problem or "expected '-' indicator" in failure.problem
    if "could not find expected ':'" in failure.problem:
        line = failure.begun_line
    elif misplaced and failure.starts_line:
        line = failure.line
    else:
        return None
    other = space_missing(line) is not None or foreign_comment(line)
    return None if other else dash_missing(failure.text, line)


def _colon(failure: Failure) -> YamlError | None:
    """A colon where no key can be: it belongs to a text, or a line above went wrong."""
    if "mapping values are not allowed" not in failure.problem:
        return None
    line = failure.line
    key = _KEY.match(line.content)
    if key is None or line.start + key.end() < failure.offset:
        too_long = failure.offset - line.first > _LONGEST_KEY and not key
        return None if too_long else YamlError("yaml-colon-in-text", failure.offset)
    above = line_before(failure.text, line)
    if above is None:
        return None
    if (at := space_missing(above)) is not None:
        return YamlError("yaml-space-missing", at, {"sign": failure.text[at]})
    if _KEY.match(above.content):
        return misindented(failure.text, line, line.first)
    return _without_colon(above)


def _no_colon(failure: Failure) -> YamlError | None:
    if "could not find expected ':'" not in failure.problem:
        return None
    if (at := space_missing(failure.begun_line)) is not None:
        return YamlError("yaml-space-missing", at, {"sign": failure.text[at]})
    return _without_colon(failure.begun_line)


def _without_colon(line: Line) -> YamlError:
    return foreign_comment(line) or YamlError("yaml-colon-missing", line.first)


def _indentation(failure: Failure) -> YamlError | None:
    misplaced = "expected key" in failure.problem or "expected '-' indicator" in failure.problem
    if misplaced and failure.starts_line and failure.character not in set("?:"):
        if (at := space_missing(failure.line)) is not None:
            return YamlError("yaml-space-missing", at, {"sign": failure.text[at]})
        return foreign_comment(failure.line) or misindented(failure.text, failure.line, failure.offset)
    return None


# In this order: what is certain first.
_RECOGNISERS: tuple[Callable[[Failure], YamlError | None], ...] = (
    _conflict,
    _second_document,
    _anchor,
    _quote,
    _tab,
    _strange_sign,
    _tag,
    _sign,
    _bracket,
    _behind_the_end,
    _dash,
    _no_dash,
    _colon,
    _no_colon,
    _indentation,
)
