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
