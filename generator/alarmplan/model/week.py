"""In which minutes of a week calendars are open, holidays and exceptions left aside.

A week is a number with one bit for each minute from Monday, 00:00 in the zone of the organisation: first those of a
week in winter, then those of one in summer, so that calendars of other zones are seen with both distances. What is open
in either of two calendars is `one | other`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alarmplan.model.kinds.organisation import Calendar, OpenHours
from alarmplan.model.playbook import Playbook

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = 24 * 60
_LENGTH = len(_DAYS) * _DAY
_SEASONS = (1, 7)  # January and July: they differ in every zone that changes its clocks

FULL = (1 << _LENGTH * len(_SEASONS)) - 1


def open_week(playbook: Playbook, calendar: str, year: int) -> int:
    """The week of a calendar and of all that it unites; one whose zone nobody knows counts as open."""
    week = 0
    for one in _united(playbook, calendar):
        week |= FULL if one.always else _own(one, playbook.organisation.zone, year)
    return week


def closed_hours(week: int) -> int:
    """How many hours of a week nobody is there, rounded up."""
    minutes = (FULL & ~week).bit_count() / len(_SEASONS)
    return -int(-minutes // 60)


def _united(playbook: Playbook, calendar: str) -> Iterator[Calendar]:
    waiting = [calendar]
    for id in waiting:
        if one := playbook.calendars.get(id):
            yield one
            waiting += [other for other in one.union if other not in waiting]


def _own(calendar: Calendar, zone: str, year: int) -> int:
    local = 0
    for hours in calendar.hours:
        for day in hours.days:
            local |= _rotated(_span(hours), _DAYS.index(day) * _DAY)
    week = 0
    for position, month in enumerate(_SEASONS):
        try:
            ahead = _offset(zone, year, month) - _offset(calendar.zone or zone, year, month)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return FULL
        week |= _rotated(local, ahead // timedelta(minutes=1)) << position * _LENGTH
    return week


def _span(hours: OpenHours) -> int:
    """The minutes of one day; what ends before it begins ends on the next."""
    start, end = _minute(hours.from_), _minute(hours.to)
    length = end - start if end > start else end - start + _DAY
    return _rotated((1 << length) - 1, start)


def _minute(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def _rotated(week: int, minutes: int) -> int:
    """One season's week, some minutes later."""
    by = minutes % _LENGTH
    return (week << by | week >> _LENGTH - by) & ((1 << _LENGTH) - 1)


def _offset(zone: str, year: int, month: int) -> timedelta:
    return datetime(year, month, 15, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
