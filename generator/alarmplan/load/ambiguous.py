"""Unquoted values that a program of YAML 1.1 takes for something else: `no`, `12:30`, `010`, `2026-10-01`."""

from __future__ import annotations

import re

import yaml

# The patterns by which PyYAML types a plain value, by its first character.
_PATTERNS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    first: tuple((tag.rpartition(":")[2], pattern) for tag, pattern in patterns)
    for first, patterns in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
STARTS = frozenset(_PATTERNS)
_TYPES = {bool: "bool", float: "float", int: "int", str: "str", type(None): "null"}


def is_ambiguous(written: str, ours: object) -> bool:
    """Whether the plain value `written`, which we read as `ours`, has another type elsewhere."""
    for tag, pattern in _PATTERNS.get(written[:1], ()):
        if pattern.match(written):
            return tag != _TYPES[type(ours)]
    return type(ours) is not str
