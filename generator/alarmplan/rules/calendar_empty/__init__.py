from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.rules.check import Fault, judges


@judges(Organisation)
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Fault]:
    """A calendar of single days, such as stocktakings, may do without a week."""
    for number, calendar in enumerate(organisation.calendars):
        opens = calendar.always or calendar.hours or calendar.union
        if not opens and not any(exception.from_ for exception in calendar.exceptions):
            place = evidence.at(organisation, "calendars", number, "id")
            yield Fault(place, {"id": calendar.id})
