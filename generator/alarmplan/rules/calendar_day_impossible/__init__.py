from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.rules.check import Fault, judges

_LEAP_YEAR = "2028-"


@judges(Organisation)
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Fault]:
    """A day without a year may be 29 February: it comes in some years."""
    for number, calendar in enumerate(organisation.calendars):
        for index, exception in enumerate(calendar.exceptions):
            try:
                date.fromisoformat(exception.date if len(exception.date) == 10 else _LEAP_YEAR + exception.date)
            except ValueError:
                place = evidence.at(organisation, "calendars", number, "exceptions", index, "date")
                yield Fault(place, {"date": exception.date})
