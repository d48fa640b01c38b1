"""The chain as a drawing: levels from top to bottom, times between them, side paths beside them.

Plain SVG with classes, no styles of its own: the colours come from the page, light or dark. The same
facts stand in a table on the page of the chain.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.playbook import Key
from alarmplan.render.markdown import Markdown, escape
from alarmplan.render.view import View

_WIDTH = 352
_BOX = 196
_LINE = 17
_SIDE = 212
_BOX_COLUMNS = 24  # characters that fit into a box, and beside it
_SIDE_COLUMNS = 18


def draw_chain(view: View, chain: Chain) -> Markdown:
    """One SVG on one line, narrow enough for a phone."""
    parts: list[str] = []
    top = 4
    for position, level in enumerate(chain.levels):
        last = position == len(chain.levels) - 1
        box, bottom = _level(view, chain, level, top)
        parts += [box, *_sides(view, chain, level, top)]
        top = bottom if last else _arrow(view, chain, level, bottom, parts)
    title = escape(f"{view.words['chain_drawn']}: {view.say(chain.title)}")
    name = f"chain-{chain.id}"
    return Markdown(
        f'<svg class="ap-chain" viewBox="0 0 {_WIDTH} {top + 6}" role="img" aria-labelledby="{name}">'
        f'<title id="{name}">{title}</title>{"".join(parts)}</svg>'
    )


def _level(view: View, chain: Chain, level: Level, top: int) -> tuple[str, int]:
    roles = [view.title(Key("role", role)) for role in level.roles]
    entered = [severity for severity in chain.entry if level.id in chain.entry_levels(severity)]
    titles = [view.title(Key("severity", severity, chain.severity_matrix)) for severity in entered]
    lines = [
        *_wrapped(view.say(level.title), "ap-strong"),
        *(line for role in roles for line in _wrapped(role, "ap-text")),
    ]
    if titles:
        short = ", ".join(title.split(" – ")[0].replace(" ", "\u00a0") for title in titles)
        lines += _wrapped(f"{view.words['entry_for']}: {short}", "ap-small")
    height = 12 + _LINE * len(lines)
    box = f'<rect class="ap-box" x="4" y="{top}" width="{_BOX}" height="{height}" rx="6"/>'
    return box + _lines(lines, 14, top + 4), top + height


def _arrow(view: View, chain: Chain, level: Level, top: int, parts: list[str]) -> int:
    """From a level to the next, with the time after which the next is alerted, per severity."""
    lines = list(_waits(view, chain, level))
    bottom = top + 16 + _LINE * max(1, len(lines))
    middle = 4 + 24
    parts.append(
        f'<path class="ap-line" d="M{middle} {top}V{bottom - 7}"/>'
        f'<path class="ap-head" d="M{middle - 5} {bottom - 8}H{middle + 5}L{middle} {bottom}Z"/>'
        + _lines([(line, "ap-small") for line in lines], middle + 14, top + 4)
    )
    return bottom


def _waits(view: View, chain: Chain, level: Level) -> Iterator[str]:
    if level.escalate_after is None:
        return
    matrix = view.playbook.matrices[chain.severity_matrix]
    for severity in matrix.levels:
        wait = level.escalate_after.at(severity.id)
        if wait is not None:
            yield f"{view.say(severity.title).split(' – ')[0]}: {view.duration(wait)}"


def _sides(view: View, chain: Chain, level: Level, top: int) -> Iterator[str]:
    """Whom this level may call in, to its right; dashed, since responsibility stays."""
    names = [view.title(Key("role", way.to)) for way in chain.lateral if level.id in way.from_]
    if not names:
        return
    lines = [(line, "ap-small") for name in names for line in _broken(f"↔ {name}", _SIDE_COLUMNS)]
    yield f'<path class="ap-side" d="M{4 + _BOX} {top + 16}H{_SIDE - 3}"/>'
    yield _lines(lines, _SIDE, top + 4)


def _wrapped(text: str, style: str) -> list[tuple[str, str]]:
    return [(line, style) for line in _broken(text, _BOX_COLUMNS)]


def _broken(text: str, columns: int) -> list[str]:
    """`text` in lines; a word that fits into none is cut with a hyphen."""
    return textwrap.wrap(re.sub(rf"(\S{{{columns - 3}}})(?=\S{{3}})", r"\1- ", text), columns)


def _lines(lines: list[tuple[str, str]], x: int, top: int) -> str:
    first = top + _LINE - 3
    return "".join(
        f'<text class="{style}" x="{x}" y="{first + _LINE * number}">{escape(text)}</text>'
        for number, (text, style) in enumerate(lines)
    )
