from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Calendar, Organisation
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, judges

_MIDNIGHT, _END_OF_DAY = "00:00", "24:00"


@judges(Organisation)
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Fault]:
    """Times of day are compared as texts: all are written `HH:MM`."""
    for number, calendar in enumerate(organisation.calendars):
        for route, opens, closes in _hours(calendar):
            if opens >= closes:
                suggestion = _END_OF_DAY if closes == _MIDNIGHT else ""
                params = {"calendar": calendar.id, "opens": opens, "closes": closes, "suggestion": suggestion}
                place = evidence.at(organisation, "calendars", number, *route, "to")
                yield Fault(place, params)


def _hours(calendar: Calendar) -> Iterator[tuple[Route, str, str]]:
    for index, hours in enumerate(calendar.hours):
        yield ("hours", index), hours.from_, hours.to
    for index, exception in enumerate(calendar.exceptions):
        if exception.from_ and exception.to and not exception.closed:  # else it contradicts itself
            yield ("exceptions", index), exception.from_, exception.to
