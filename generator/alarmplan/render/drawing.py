"""What drawings are made of: boxes, arrows and lines of text in SVG.

Plain shapes with classes, no styles of their own: the colours come from the page, light or dark. What a drawing
shows stands in words on the same page.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

from alarmplan.render.markdown import Markdown, escape

WIDTH = 352  # narrow enough for a phone
LINE = 17  # from one line of text to the next
LEFT = 4  # where boxes begin
STEM = LEFT + 24  # where arrows run down
_LETTER = {"ap-strong": 7.9, "ap-text": 7.3, "ap-small": 6.6}  # widths that hold for most texts

Line = tuple[str, str]  # the text and its class


def drawing(name: str, title: str, width: int, height: int, parts: Iterable[str]) -> Markdown:
    """One SVG on one line; `name` is unique on its page."""
    return Markdown(
        f'<svg class="ap-drawing" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{name}">'
        f'<title id="{name}">{escape(title)}</title>{"".join(parts)}</svg>'
    )


def fitted(text: str, style: str, width: int) -> list[Line]:
    """`text` in lines that fit into `width`; a word that fits into none is cut with a hyphen."""
    columns = max(8, int(width / _LETTER[style]))
    cut = re.sub(rf"([^\s-]{{{columns - 3}}})(?=[^\s-]{{3}})", r"\1- ", text)
    return [(line, style) for line in textwrap.wrap(cut, columns)]


def written(lines: Sequence[Line], x: int, top: int) -> str:
    first = top + LINE - 3
    return "".join(
        f'<text class="{style}" x="{x}" y="{first + LINE * number}">{escape(text)}</text>'
        for number, (text, style) in enumerate(lines)
    )


def box(lines: Sequence[Line], top: int, width: int, height: int) -> str:
    shape = f'<rect class="ap-box" x="{LEFT}" y="{top}" width="{width}" height="{height}" rx="6"/>'
    return shape + written(lines, LEFT + 10, top + 4)


def arrow_down(top: int, bottom: int) -> str:
    return (
        f'<path class="ap-line" d="M{STEM} {top}V{bottom - 7}"/>'
        f'<path class="ap-head" d="M{STEM - 5} {bottom - 8}H{STEM + 5}L{STEM} {bottom}Z"/>'
    )
