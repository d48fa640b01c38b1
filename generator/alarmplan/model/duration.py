"""Durations as people write them: `15 min`, `1 h 30 min`, `2 working d`, `1 month`, `none`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

UNITS = ("min", "h", "d", "w", "month")
WORKING_UNITS = ("min", "h", "d")

_ELAPSED = {
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_MINUTES = {"min": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60, "month": 30 * 24 * 60}
WORKING_DAY = 8 * 60
_FRIDAY = 4
_BOUNDS = {  # in minutes: how long months and working days are, calendars and offices know
    (False, "month"): (28 * 24 * 60, 31 * 24 * 60),
    (True, "d"): (4 * 60, 24 * 60),
}
_PART = re.compile(r"([0-9]{1,5}) ?(working )?(min|h|d|w|month)s?")
_WHOLE = re.compile(rf"{_PART.pattern}(?: {_PART.pattern})*")


@dataclass(frozen=True, slots=True)
class Part:
    """`working` parts run only while a calendar is open."""

    amount: int
    unit: str
    working: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """`parts` is None where the text is no exact number (vague, a range): an unknown wait.

    A deliberate `none` has no parts. `raw` is what the author wrote.
    """

    raw: str
    parts: tuple[Part, ...] | None

    @classmethod
    def parse(cls, raw: str) -> Duration:
        text = raw.strip()
        if text == "none":
            return cls(text, ())
        if not _WHOLE.fullmatch(text):
            return cls(text, None)
        return cls(text, tuple(Part(int(n), unit, bool(working)) for n, working, unit in _PART.findall(text)))

    @property
    def known(self) -> bool:
        return self.parts is not None

    @property
    def is_none(self) -> bool:
        return self.parts == ()

    @property
    def elapsed(self) -> bool:
        """Whether it has a length, and runs on while calendars are closed."""
        return bool(self.parts) and not any(part.working for part in self.parts or ())

    @property
    def minutes(self) -> int:
        """For comparing only: a month counts 30 days, a working day eight hours."""
        return sum(
            part.amount * (WORKING_DAY if part.working and part.unit == "d" else _MINUTES[part.unit])
            for part in self.parts or ()
        )

    def longer_by(self, other: Duration) -> int | None:
        """By how many minutes it is longer at the least; negative where it may be shorter.

        None where the two do not compare: one is unknown or none, or only one of them runs in working time.
        """
        if not self.parts or not other.parts or len({part.working for part in (*self.parts, *other.parts)}) > 1:
            return None
        difference: dict[tuple[bool, str], int] = {}
        for sign, parts in ((1, self.parts), (-1, other.parts)):
            for part in parts:
                unit = (part.working, part.unit)
                difference[unit] = difference.get(unit, 0) + sign * part.amount
        return sum(amount * _bounds(unit)[amount < 0] for unit, amount in difference.items())

    def outlasts(self, other: Duration) -> bool:
        """Whether it is surely longer; working time never passes faster than time itself."""
        readings = (self,) if self.elapsed else (self, self._at_least())
        return any(one.minutes > other.minutes and (one.longer_by(other) or 0) > 0 for one in readings)

    def _at_least(self) -> Duration:
        """The time that passes meanwhile, however long the office is open."""
        return Duration(self.raw, self.parts and tuple(least for part in self.parts for least in _passing(part)))

    def after(self, day: date) -> date | None:
        """The day that is this duration after `day`, never a later one.

        Working days are Mondays to Fridays: no calendar tells which holidays hold for a document.
        None where the duration is unknown or none, or where no calendar reaches.
        """
        if not self.parts:
            return None
        try:
            for part in self.parts:
                day = _after(day, part)
        except (OverflowError, ValueError):  # beyond the year 9999
            return None
        return day


def _after(day: date, part: Part) -> date:
    if part.unit == "month":
        return _months_after(day, part.amount)
    if part.working and part.unit == "d":
        return _working_days_after(day, part.amount)
    return day + part.amount * _ELAPSED[part.unit]


def _passing(part: Part) -> Iterator[Part]:
    """A working day may be over as soon as the office closes; of several, all but the last have a night."""
    if part.working and part.unit == "d" and part.amount:
        yield Part(part.amount - 1, "d")
        yield Part(_BOUNDS[True, "d"][0], "min")
    else:
        yield Part(part.amount, part.unit)


def _bounds(unit: tuple[bool, str]) -> tuple[int, int]:
    minutes = _MINUTES[unit[1]]
    return _BOUNDS.get(unit, (minutes, minutes))


def _months_after(day: date, months: int) -> date:
    """The same day of the month, or the last one where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _working_days_after(day: date, days: int) -> date:
    """From a weekend they count from Monday."""
    opening = day + timedelta(days=7 - day.weekday() if day.weekday() > _FRIDAY else 0)
    weeks, rest = divmod(days, 5)
    over_weekend = 2 if opening.weekday() + rest > _FRIDAY else 0
    return opening + timedelta(weeks=weeks, days=rest + over_weekend)
