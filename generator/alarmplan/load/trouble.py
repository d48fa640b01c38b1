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


def strange(text: str, at: int) -> YamlError:
    """A character that looks like one of YAML's own and is not."""
    return YamlError("yaml-look-alike", at, {"character": f"U+{ord(text[at]):04X}"})
