"""The texts and examples of rules, each in the folder of its rule."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from alarmplan.rules import RULES


@cache
def rule_texts(rule: str, language: str) -> Mapping[str, str]:
    """`message`, `hint`, `why`, `remedy`; some have `related`, or other words with a parameter: `hint_with_…`."""
    import tomllib  # slow to import, and a clean playbook needs no text

    return tomllib.loads((_folder(rule) / f"{language}.toml").read_text("utf-8"))


def without_values(text: str) -> str:
    """A message or hint with an ellipsis where a finding would name something."""
    parts = string.Formatter().parse(text)
    return re.sub(
        "…{2,}", "…", "".join(literal + ("…" if field is not None else "") for literal, field, *_ in parts)
    )


def rule_examples(rule: str) -> str:
    """The examples of a rule in all languages, as Markdown."""
    return (_folder(rule) / "examples.md").read_text("utf-8")


def _folder(rule: str) -> Path:
    return Path(__file__).parent / RULES[rule].folder
