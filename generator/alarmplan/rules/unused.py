"""What nothing refers to, for the rules that ask who needs it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Use
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key
from alarmplan.rules.alike import alike


def unused(evidence: Evidence, kinds: Collection[str]) -> Iterator[tuple[Key, Place]]:
    """Documents and entries of these kinds, and where their ids stand; what something says of itself is no use.

    Where another id sounds the same, that is the mistake, and a finding of its own.
    """
    confused = {key for group in alike(evidence) for key in group}
    for key, place in evidence.playbook.declared.items():
        if key.kind in kinds and key not in confused and not _used(evidence, key, place):
            yield key, place


def _used(evidence: Evidence, key: Key, declared: Place) -> bool:
    return any(_from_elsewhere(evidence, use, declared) for use in evidence.facts.uses.get(key, ()))


def _from_elsewhere(evidence: Evidence, use: Use, declared: Place) -> bool:
    itself = declared.route[:-1]
    return evidence.playbook.declared[use.user].path != declared.path or use.route[: len(itself)] != itself
