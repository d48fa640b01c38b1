"""What nothing refers to, for the rules that ask who needs it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Use
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key


def unused(evidence: Evidence, kinds: Collection[str]) -> Iterator[tuple[Key, Place]]:
    """Documents and entries of these kinds, and where their ids stand; what something says of itself is no use."""
    for key, place in evidence.playbook.declared.items():
        if key.kind in kinds and not any(
            _from_elsewhere(evidence, use, place) for use in evidence.facts.uses.get(key, ())
        ):
            yield key, place


def _from_elsewhere(evidence: Evidence, use: Use, declared: Place) -> bool:
    itself = declared.route[:-1]
    return evidence.playbook.declared[use.user].path != declared.path or use.route[: len(itself)] != itself
