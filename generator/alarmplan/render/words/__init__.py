"""The fixed words of pages and sheets, one file a language. A missing word is an error of ours."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """`words["key"]` is one phrase; the tables of units, months and kinds have names of their own."""

    phrases: Mapping[str, str]
    units: Mapping[str, Sequence[str]]
    months: Sequence[str]
    kinds: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.phrases[key]


@cache
def words(language: str) -> Words:
    raw: dict[str, Any] = tomllib.loads((resources.files(__name__) / f"{language}.toml").read_text("utf-8"))
    return Words(raw["phrases"], raw["units"], raw["months"], raw["kinds"])


def languages() -> tuple[str, ...]:
    """The languages in which pages can be made: every file here is one."""
    files = (item.name for item in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))
