from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.circles import circles

_NAMED = 5  # steps of a long circle


@judges(Organisation, reads=(Organisation,))
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Fault]:
    """At the entry that closes the circle."""
    numbers = {calendar.id: number for number, calendar in enumerate(organisation.calendars)}
    unions = {calendar.id: calendar.union for calendar in organisation.calendars}

    def entry(calendar: str, of: str) -> Place:
        return evidence.at(organisation, "calendars", numbers[calendar], "union", unions[calendar].index(of))

    for circle in circles(unions):
        said = circle if len(circle) <= _NAMED + 1 else (*circle[:_NAMED], "…", circle[-1])
        params = {"circle": " → ".join((*said, circle[0]))}
        others = [entry(one, of) for one, of in pairwise(circle)]
        yield Fault(entry(circle[-1], circle[0]), params, others)
