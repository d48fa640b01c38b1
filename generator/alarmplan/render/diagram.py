"""The chain as a drawing: levels from top to bottom, times between them, side paths beside them.

The same facts stand in a table on the page of the chain.
"""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.playbook import Key
from alarmplan.render.drawing import LEFT, LINE, STEM, WIDTH, arrow_down, box, drawing, fitted, written
from alarmplan.render.markdown import Markdown
from alarmplan.render.view import View

_BOX = 196
_TEXT = _BOX - 20
_SIDE = 212
_BESIDE = 120  # for the names beside the boxes


def draw_chain(view: View, chain: Chain) -> Markdown:
    parts: list[str] = []
    top = 4
    for position, level in enumerate(chain.levels):
        last = position == len(chain.levels) - 1
        shape, bottom = _level(view, chain, level, top)
        parts += [shape, *_sides(view, chain, level, top)]
        top = bottom if last else _arrow(view, chain, level, bottom, parts)
    title = f"{view.words['chain_drawn']}: {view.say(chain.title)}"
    return drawing(f"chain-{chain.id}", title, WIDTH, top + 6, parts)


def _level(view: View, chain: Chain, level: Level, top: int) -> tuple[str, int]:
    roles = [view.title(Key("role", role)) for role in level.roles]
    entered = [severity for severity in chain.entry if level.id in chain.entry_levels(severity)]
    lines = [
        *fitted(view.say(level.title), "ap-strong", _TEXT),
        *(line for role in roles for line in fitted(role, "ap-text", _TEXT)),
    ]
    if entered:
        titles = (view.short_title(Key("severity", severity, chain.severity_matrix)) for severity in entered)
        short = ", ".join(title.replace(" ", "\u00a0") for title in titles)
        lines += fitted(f"{view.words['entry_for']}: {short}", "ap-small", _TEXT)
    height = 12 + LINE * len(lines)
    return box(lines, top, _BOX, height), top + height


def _arrow(view: View, chain: Chain, level: Level, top: int, parts: list[str]) -> int:
    """From a level to the next, with the time after which the next is alerted, per severity."""
    lines = list(_waits(view, chain, level))
    bottom = top + 16 + LINE * max(1, len(lines))
    parts += [arrow_down(top, bottom), written([(line, "ap-small") for line in lines], STEM + 14, top + 4)]
    return bottom


def _waits(view: View, chain: Chain, level: Level) -> Iterator[str]:
    if level.escalate_after is None:
        return
    running = view.facts.running[chain.id].escalate_after
    for severity in view.playbook.matrices[chain.severity_matrix].levels:
        wait = level.escalate_after.at(severity.id)
        if wait is not None and (level.id, severity.id) in running:
            title = view.short_title(Key("severity", severity.id, chain.severity_matrix))
            yield f"{title}: {view.duration(wait)}"


def _sides(view: View, chain: Chain, level: Level, top: int) -> Iterator[str]:
    """Whom this level may call in, to its right; dashed, since responsibility stays."""
    names = [view.title(Key("role", way.to)) for way in chain.lateral if level.id in way.from_]
    if not names:
        return
    lines = [line for name in names for line in fitted(f"↔ {name}", "ap-small", _BESIDE)]
    yield f'<path class="ap-side" d="M{LEFT + _BOX} {top + 16}H{_SIDE - 3}"/>'
    yield written(lines, _SIDE, top + 4)
