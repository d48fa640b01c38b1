"""When people can be reached, against clocks that never stop."""

from __future__ import annotations

from collections.abc import Iterable

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.week import ALWAYS, open_minutes


def never_stopping(evidence: Evidence, matrix: SeverityMatrix) -> set[str]:
    """The severities whose clock never stops."""
    clocks = {severity.id: severity.clock for severity in matrix.levels}
    weeks = {clock: open_minutes(evidence.playbook, clock) for clock in clocks.values() if clock}
    return {id for id, clock in clocks.items() if clock and weeks[clock] == ALWAYS}


def together(evidence: Evidence, calendars: Iterable[str]) -> int | None:
    """The minutes of the week at which at least one of the calendars is open; None where nobody can tell."""
    week = 0
    for calendar in calendars:
        minutes = open_minutes(evidence.playbook, calendar)
        if minutes is None:
            return None
        week |= minutes
    return week


def hours(minutes: int) -> int:
    """How many hours these minutes are, rounded up."""
    return -(-minutes.bit_count() // 60)


def reports_closed(evidence: Evidence, chain: Chain) -> dict[str, tuple[str, ...]]:
    """The severities that run around the clock, though reports are not taken at some hour, with the calendars in
    which they are. Silent where no way in is named, and about ways without calendar: they may always be open.
    """
    always = never_stopping(evidence, evidence.playbook.matrices[chain.severity_matrix])
    found: dict[str, tuple[str, ...]] = {}
    for severity in (id for id, levels in chain.entry.items() if levels and id in always):
        ways = [way.calendar for way in chain.intake if not way.severities or severity in way.severities]
        calendars = tuple(dict.fromkeys(way for way in ways if way))
        if calendars and None not in ways and together(evidence, calendars) not in (None, ALWAYS):
            found[severity] = calendars
    return found


def on_duty(evidence: Evidence, role: Role) -> int | None:
    """When the holder of a seat or one of the deputies can be reached, in whichever seat and way.

    None where that is not said of all of them, or nobody can tell.
    """
    calendars: set[str] = set()
    for seats in map(evidence.facts.persons.__getitem__, (role.id, *role.deputies)):
        ways = {way.calendar for seat in seats for way in evidence.playbook.roles[seat].reachable}
        if not ways:
            return None
        calendars |= ways
    return together(evidence, sorted(calendars))
