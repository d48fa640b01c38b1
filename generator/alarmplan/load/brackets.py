"""Why a pair of brackets could not be read: not closed, a comma missing, the rest a comment, a quote left open."""

from __future__ import annotations

import re

from alarmplan.load.line import line_at
from alarmplan.load.trouble import YamlError

_PART = re.compile(
    r"""(?P<open>[\[{])|(?P<close>[\]}])|(?P<comment>(?<=[\s,\[{])\#[^\n\r]*)|(?P<break>[\n\r]+[ ]*)"""
    r"""|(?<=[\s,\[{:])(?:"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\n\r]|'')*'|(?P<quote>["'])[^\n\r]*)"""
)
_CLOSING = ('"', "'", "]", "}")
_KEY_BEHIND_VALUE = re.compile(r"(?:[^\s,:\[{]\s+|^)[a-z][a-z_]*\Z")
_NEXT_VALUE = re.compile(r"""["'\[{]|[\w-]++:\s""")
_PAIRS = {"[": "]", "{": "}"}


def bracket_trouble(text: str, opening: int, gave_up: int) -> YamlError:
    """`opening` is where the innermost unfinished bracket stands, `gave_up` where the parser did."""
    margin = line_at(text, opening).indent
    waiting = [opening]
    swallowed = 0
    for part in _PART.finditer(text, opening + 1):
        match part.lastgroup:
            case "open":
                waiting.append(part.start())
            case "close":
                if _PAIRS[text[waiting[-1]]] != part.group():
                    break
                waiting.pop()
                if not waiting:
                    return (
                        YamlError("yaml-comment-swallows", swallowed) if swallowed else _unseparated(text, gave_up)
                    )
            case "comment" if part.end() <= gave_up and closes(part.group()):
                swallowed = swallowed or part.start()
            case "quote":
                return YamlError("yaml-quote-unclosed", part.start("quote"))
            case "break" if len(part.group().lstrip("\n\r")) <= margin and text[
                part.end() : part.end() + 1
            ] not in set("]}"):
                break
    if swallowed:
        return YamlError("yaml-comment-swallows", swallowed)
    return YamlError("yaml-bracket-unclosed", opening, {"sign": text[opening]})


def closes(comment: str) -> bool:
    """Whether there is a bracket in it that was meant to close one before it."""
    return sum(comment.count(sign) for sign in "]}") > sum(comment.count(sign) for sign in "[{")


def _unseparated(text: str, gave_up: int) -> YamlError:
    """Two things side by side within brackets: parts of one text, or values with no comma between them."""
    line = line_at(text, gave_up)
    before = line.content[: gave_up - line.start].rstrip()
    if text[gave_up : gave_up + 1] == ":" and not _KEY_BEHIND_VALUE.search(before):
        return YamlError("yaml-colon-in-text", gave_up)
    if before.endswith(_CLOSING) and not _NEXT_VALUE.match(text, gave_up):
        return YamlError("yaml-text-after-close", gave_up, {"sign": before[-1]})
    return YamlError("yaml-comma-missing", gave_up)
