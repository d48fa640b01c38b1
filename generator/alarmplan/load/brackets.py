"""Why a pair of brackets could not be read: not closed, a comma missing, the rest a comment, a quote left open."""

from __future__ import annotations

import re

from alarmplan.load.line import line_at
from alarmplan.load.trouble import YamlError

_PART = re.compile(
    r"""(?P<open>[\[{])|(?P<close>[\]}])|(?P<comment>(?<=[\s,\[{])\#[^\n\r]*)|(?P<break>[\n\r]+[ ]*)"""
    r"""|(?<=[\s,\[{:])(?:"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\n\r]|'')*'|(?P<quote>["'])[^\n\r]*)"""
)
_PAIRS = {"[": "]", "{": "}"}


def bracket_trouble(text: str, opening: int, gave_up: int) -> YamlError:
    """`opening` is where the innermost unfinished bracket stands, `gave_up` where the parser did."""
    margin = line_at(text, opening).indent
    waiting = [opening]
    swallowed: re.Match[str] | None = None
    for part in _PART.finditer(text, opening + 1):
        match part.lastgroup:
            case "open":
                waiting.append(part.start())
            case "close":
                if _PAIRS[text[waiting[-1]]] != part.group():
                    break
                waiting.pop()
                if not waiting:
                    return YamlError("yaml-comma-missing", gave_up)
            case "comment":
                swallowed = swallowed or part
            case "quote":
                return YamlError("yaml-quote-unclosed", part.start("quote"))
            case "break" if len(part.group().lstrip("\n\r")) <= margin and text[
                part.end() : part.end() + 1
            ] not in set("]}"):
                break
    if swallowed and any(sign in swallowed.group() for sign in "]}"):
        return YamlError("yaml-comment-swallows", swallowed.start())
    return YamlError("yaml-bracket-unclosed", opening, {"sign": text[opening]})
