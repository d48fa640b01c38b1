from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Calendar, Organisation
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, judges


@judges(Organisation)
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Fault]:
    """A day may stand in several entries: two openings with a break between them, or one too many."""
    for number, calendar in enumerate(organisation.calendars):
        at = ("calendars", number, "exceptions")
        for index, exception in enumerate(calendar.exceptions):
            if exception.closed and (times := _times(calendar, exception.date)):
                keys = dict.fromkeys(str(route[-1]) for route in times)
                params = {"date": exception.date, "keys": ", ".join(keys)}
                related = tuple(evidence.at(organisation, *at, *route, key=True) for route in times)
                place = evidence.at(organisation, *at, index, "closed", key=True)
                yield Fault(place, params, related)


def _times(calendar: Calendar, date: str) -> list[Route]:
    return [
        (index, key)
        for index, one in enumerate(calendar.exceptions)
        for key, time in (("from", one.from_), ("to", one.to), ("closes_at", one.closes_at))
        if one.date == date and time
    ]
