"""Which triggers lead somewhere, as rules about them ask."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import HardTrigger, SoftTrigger, Triggers
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key

_LEADING = frozenset({"triggers", "jump_on"})  # the keys of levels, lateral paths and situations


def leads_somewhere(evidence: Evidence, trigger: str) -> bool:
    """Whether a level, a lateral path or a situation names it; a link in a text is no more than a mention."""
    uses = evidence.facts.uses.get(Key("trigger", trigger), ())
    return any(use.user.kind in ("chain", "situation") and _LEADING.intersection(use.route) for use in uses)


def entries(evidence: Evidence, document: Triggers) -> Iterator[tuple[HardTrigger | SoftTrigger, Place]]:
    """Every trigger of a catalogue with the place of its id."""
    for index, hard in enumerate(document.hard):
        yield hard, evidence.at(document, "hard", index, "id")
    for index, soft in enumerate(document.soft):
        yield soft, evidence.at(document, "soft", index, "id")
