"""The contacts of a document, each with the channel on which it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channel
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, fault
from alarmplan.rules.contact_form import meant
from alarmplan.rules.text_placeholder_left import left_open


def unusable(
    evidence: Evidence, document: Document, on: Callable[[Channel], bool], wrong: Callable[[str], bool]
) -> Iterator[Fault]:
    """Those that are wrong, on channels of one sort, each at its places in all languages.

    Silent about those that still have to be written, and about those of which it is told what was meant.
    """
    if "contact" not in evidence.text(document):
        return
    for passage in evidence.passages(document):
        if passage.place.route[-1] == "contact":
            found = {
                place: text.strip()
                for place, _, text in passage.each()
                if wrong(text.strip()) and not meant(text.strip()) and not any(left_open(passage, text))
            }
            channel = evidence.playbook.channels[_via(document, passage.place.route)] if found else None
            if channel and on(channel):
                yield fault(list(found), {"contact": next(iter(found.values()))[:60], "channel": channel.id})


def _via(document: Document, route: Route) -> str:
    """The channel that is named beside a contact."""
    thing: Any = document
    for step in route[:-1]:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    return str(thing.via)
