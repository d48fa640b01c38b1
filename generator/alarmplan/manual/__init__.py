"""The manual, gathered from where each thing is written: folders of rules, schemas, the shipped playbook."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from alarmplan.manual.kinds import definitions, kind_manual
from alarmplan.manual.rules import rule_manual
from alarmplan.manual.samples import base
from alarmplan.model.kinds import KINDS
from alarmplan.model.manual import Family, Manual
from alarmplan.rules import RULES


@cache
def manual(language: str) -> Manual:
    words = manual_words(language)
    kinds = (kind_manual(kind, language, words["forms"]) for kind in KINDS)
    return Manual(
        labels=words["labels"],
        families=_families(language),
        kinds=tuple(sorted(kinds, key=lambda kind: kind.title.casefold())),
        definitions=definitions(language),
        base=base(),
    )


@cache
def manual_words(language: str) -> Mapping[str, Mapping[str, str]]:
    """Words for what schemas and rules do not name: parts, forms, families, and what `explain` adds."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))


def _families(language: str) -> tuple[Family, ...]:
    words = manual_words(language)
    rules = [rule_manual(rule, language) for rule in RULES.values()]
    return tuple(
        Family(
            id=family,
            title=words["families"][family],
            description=words["descriptions"][family],
            rules=tuple(rule for rule in rules if rule.family == family),
        )
        for family in sorted({rule.family for rule in rules})
    )
