"""Messages that are due at hours at which nobody is there for them."""

from __future__ import annotations

from collections.abc import Iterable

from alarmplan.model.deadline import MOMENTS
from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Inform
from alarmplan.model.kinds.role import Role
from alarmplan.model.week import ALWAYS, DAY, begins_run, open_minutes
from alarmplan.rules.clocks import never_stopping, on_duty, reports_closed

_AT_ANY_HOUR = MOMENTS[:3]  # a solution is found while people are there


def shortest(times: Iterable[Duration | None]) -> int:
    """The shortest of those times that run at night, in minutes; 0 where none of them is short."""
    return min((time.minutes for time in times if time and time.elapsed and time.minutes <= DAY), default=0)


def missed(evidence: Evidence, role: Role, within: int, when: int = ALWAYS) -> int:
    """The minutes of the week at which nobody is there, out of those `when` messages fall due.

    None of them where every message still meets somebody in the time it has.
    """
    week = on_duty(evidence, role) if within else None
    away = 0 if week is None else ALWAYS & ~week
    return away & when if begins_run(away, within + 1) & when else 0


def around_the_clock(evidence: Evidence, chain: Chain) -> set[str]:
    """The severities of a chain in which anything may happen at any hour.

    Where reports are not taken at night, that is the one finding.
    """
    always = never_stopping(evidence, evidence.playbook.matrices[chain.severity_matrix])
    return {id for id in always if chain.entry.get(id)} - set(reports_closed(evidence, chain))


def told_when(evidence: Evidence, inform: Inform) -> int:
    """The minutes of the week at which somebody is informed; none where words say it, or another moment."""
    calendars = (inform.during, inform.outside)
    during, outside = (open_minutes(evidence.playbook, id) if id else None for id in calendars)
    unknown = (inform.during and during is None) or (inform.outside and outside is None)
    if unknown or inform.condition or inform.from_ not in _AT_ANY_HOUR:
        return 0
    return (ALWAYS if during is None else during) & ~(outside or 0)
