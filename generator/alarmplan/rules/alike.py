"""Ids that sound the same, for the rules that ask which of them was meant."""

from __future__ import annotations

import re

from alarmplan.model.evidence import Evidence
from alarmplan.model.playbook import Key

_HYPHEN = re.compile("(?<![0-9])-|-(?![0-9])")  # `1-1` and `11` are two numbers


def alike(evidence: Evidence) -> tuple[tuple[Key, ...], ...]:
    """Ids of one kind that differ in hyphens alone; of each group first the one that the fewest refer to."""
    groups: dict[Key, list[Key]] = {}
    for key in evidence.playbook.declared:
        sound = Key(key.kind, _HYPHEN.sub("", key.id), key.scope) if "-" in key.id else key
        groups.setdefault(sound, []).append(key)
    return tuple(_likely_slip_first(evidence, group) for group in groups.values() if len(group) > 1)


def _likely_slip_first(evidence: Evidence, group: list[Key]) -> tuple[Key, ...]:
    """The later of two that are used alike."""
    slip = min(reversed(group), key=lambda key: len(evidence.facts.uses.get(key, ())))
    return (slip, *(key for key in group if key != slip))
