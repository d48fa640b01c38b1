from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.organisation import CalendarException, Organisation
from alarmplan.rules.check import judges


@judges(Organisation)
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Finding]:
    for number, calendar in enumerate(organisation.calendars):
        for index, exception in enumerate(calendar.exceptions):
            if exception.closed and (times := _times(exception)):
                route = ("calendars", number, "exceptions", index)
                params = {"date": exception.date, "keys": ", ".join(times)}
                related = tuple(evidence.at(organisation, *route, key, key=True) for key in times)
                place = evidence.at(organisation, *route, "closed", key=True)
                yield Finding("calendar-exception-contradicts", place, params, related)


def _times(exception: CalendarException) -> list[str]:
    times = {"from": exception.from_, "to": exception.to, "closes_at": exception.closes_at}
    return [key for key, time in times.items() if time]
