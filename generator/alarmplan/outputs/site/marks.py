"""Which of the marks that Markdown sets on terms stay: one for each, where a reader can use it."""

from __future__ import annotations

import re

_MARK = re.compile(r'<abbr (title="[^"]*")>([^<]*)</abbr>')
# Headings and links say enough, code is copied as it stands, a drawing shows no markup at all, and the heads of
# tables are hidden on phones.
_SPARED = re.compile(r"<(h[1-6]|a|code|svg|th)\b.*?</\1>", re.DOTALL)


def first_marks(html: str) -> str:
    """The content of a page with the first mark of each term alone."""
    seen: set[str] = set()

    def first(mark: re.Match[str]) -> str:
        if mark[1] in seen:
            return mark[2]
        seen.add(mark[1])
        return mark[0]

    return _MARK.sub(first, _SPARED.sub(_unmarked, html))


def _unmarked(part: re.Match[str]) -> str:
    return _MARK.sub(r"\2", part[0])
