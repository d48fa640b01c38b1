"""What stops the reading of a text."""

from __future__ import annotations

from collections.abc import Mapping


class YamlError(Exception):
    """The text is not YAML as we read it. `offset` counts code points from the start."""

    def __init__(self, rule: str, offset: int, params: Mapping[str, str | int] | None = None) -> None:
        super().__init__(rule)
        self.rule = rule
        self.offset = offset
        self.params = params or {}


# What it is called, and what was meant; all the others are spaces.
_STRANGE = (
    ("\u00a0\u202f", "no-break-space", "space"),
    ("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\uff0d", "dash", "hyphen"),
    ("*\u2022\u2023\u00b7\u25aa\u25cf\u25e6", "bullet", "hyphen"),
    ("\u201e\u201c\u201d\u201a\u2018\u2019\u00ab\u00bb", "quote", "quotes"),
    ("\uff1a\ufe55", "wide-colon", "colon"),
)


def strange(text: str, at: int) -> YamlError:
    """A character that looks like one of YAML's own and is not."""
    kind, meant = next((names for signs, *names in _STRANGE if text[at] in signs), ("odd-space", "space"))
    return YamlError("yaml-look-alike", at, {"character": kind, "meant": meant})
