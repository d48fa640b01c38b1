"""Which triggers lead somewhere, as rules about them ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import HardTrigger, SoftTrigger, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key

_LEADING = frozenset({"triggers", "jump_on"})  # the keys of levels, lateral paths and situations


def leads_somewhere(evidence: Evidence, trigger: str) -> bool:
    """Whether a level, a lateral path or a situation names it; a link in a text is no more than a mention."""
    uses = evidence.facts.uses.get(Key("trigger", trigger), ())
    return any(use.user.kind in ("chain", "situation") and _LEADING.intersection(use.route) for use in uses)


def without_soft(evidence: Evidence, chain: Chain) -> bool:
    """Whether no soft trigger leads anywhere in a chain that has levels left to call after the first alert."""
    last = len(chain.levels) - 1
    if all(chain.highest_entry(severity) >= last for severity in chain.entry):
        return False
    named = {trigger for level in chain.levels for trigger in (*level.triggers, *level.jump_on)}
    named.update(trigger for lateral in chain.lateral for trigger in lateral.triggers)
    return not any(isinstance(evidence.playbook.triggers[trigger], SoftTrigger) for trigger in named)


def entries(evidence: Evidence, document: Triggers) -> Iterator[tuple[HardTrigger | SoftTrigger, Place]]:
    """Every trigger of a catalogue with the place of its id; one whose id is another's is found already."""
    lists: dict[str, Sequence[HardTrigger | SoftTrigger]] = {"hard": document.hard, "soft": document.soft}
    for key, triggers in lists.items():
        for index, trigger in enumerate(triggers):
            place = evidence.at(document, key, index, "id")
            if evidence.playbook.declared.get(Key("trigger", trigger.id)) == place:
                yield trigger, place
