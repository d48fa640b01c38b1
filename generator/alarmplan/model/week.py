"""Opening hours of one week, for comparing calendars: holidays and exceptions are left out."""

from __future__ import annotations

from alarmplan.model.kinds.organisation import Calendar, OpenHours
from alarmplan.model.playbook import Playbook

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 24 * 60
ALWAYS = (1 << len(_DAYS) * DAY) - 1


def open_minutes(playbook: Playbook, calendar: str) -> int | None:
    """The minutes at which a calendar is open, as the bits of a number: sets of them are compared at once.

    None where that cannot be said for every week of the year: hours of another zone, a calendar that is missing.
    """
    found, seen, waiting = 0, set(), [calendar]
    while waiting:
        id = waiting.pop()
        if id in seen:
            continue
        seen.add(id)
        one = playbook.calendars.get(id)
        if one is None or (one.hours and (one.zone or playbook.organisation.zone) != playbook.organisation.zone):
            return None
        found |= _own(one)
        waiting.extend(one.union)
    return found


def longest_run(minutes: int) -> int:
    """How many minutes in a row belong to the set at most; the week begins anew after Sunday."""
    week = len(_DAYS) * DAY
    twice = format(minutes, f"0{week}b") * 2
    return min(max(map(len, twice.split("0"))), week)


def begins_run(minutes: int, length: int) -> int:
    """The minutes from which on at least `length` in a row belong to the set, beyond Sunday if need be."""
    week, covered, found = len(_DAYS) * DAY, 1, minutes
    while covered < min(length, week):
        step = min(covered, length - covered)
        found &= (found >> step) | (found << (week - step)) & ALWAYS
        covered += step
    return found


def first_run(minutes: int) -> str:
    """When the first minutes in a row begin that belong to the set, and when they end: `mon 18:00 tue 08:00`.

    What has lasted since Sunday began last, not first. The end of a day is its 24:00.
    """
    before = (minutes << 1 | minutes >> len(_DAYS) * DAY - 1) & ALWAYS
    start = _lowest(minutes & ~before or 1)
    others = ALWAYS & ~minutes
    end = start + _lowest(others >> start) if others >> start else _lowest(others or 1) or len(_DAYS) * DAY
    return f"{_said(start, 0)} {_said(end, 1)}"


def _lowest(minutes: int) -> int:
    return (minutes & -minutes).bit_length() - 1


def _said(minute: int, end: int) -> str:
    day = (minute - end) // DAY
    hour, rest = divmod(minute - day * DAY, 60)
    return f"{_DAYS[day]} {hour:02}:{rest:02}"


def _own(calendar: Calendar) -> int:
    if calendar.always:
        return ALWAYS
    found = 0
    for hours in calendar.hours:
        for day in hours.days:
            found |= _on(day, hours)
    return found


def _on(day: str, hours: OpenHours) -> int:
    start, end = _minute(hours.from_), _minute(hours.to)
    length = max(end - start, 0)  # hours that run backwards are another matter
    return ((1 << length) - 1) << (_DAYS.index(day) * DAY + start)


def _minute(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)
