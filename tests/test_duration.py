"""Durations compare only where the answer is the same whatever the month, and however long the office is open.

The day a duration leads to is never too late.
"""

from __future__ import annotations

from datetime import date

import pytest

from alarmplan.model.duration import Duration


@pytest.mark.parametrize(
    ("longer", "shorter", "minutes"),
    [
        ("2 h", "90 min", 30),
        ("1 h 30 min", "90 min", 0),
        ("1 h", "2 h", -60),
        ("1 d", "23 h", 60),
        ("1 month", "27 d", 24 * 60),
        ("1 month", "30 d", -2 * 24 * 60),  # in February
        ("2 month", "1 month", 28 * 24 * 60),
        ("2 working d", "1 working d", 4 * 60),
        ("1 working d", "3 working h", 60),
        ("1 working d", "8 working h", -4 * 60),  # an office may close at noon
        ("9 working h", "1 working d", -15 * 60),  # or be open around the clock
    ],
)
def test_how_much_longer_at_the_least(longer: str, shorter: str, minutes: int) -> None:
    assert Duration.parse(longer).longer_by(Duration.parse(shorter)) == minutes


@pytest.mark.parametrize("other", ["none", "soon", "24-72 h", "1 working h", "1 h 1 working h"])
def test_what_does_not_compare(other: str) -> None:
    assert Duration.parse("1 h").longer_by(Duration.parse(other)) is None
    assert Duration.parse(other).longer_by(Duration.parse("1 h")) is None


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("2 h", "90 min"),
        ("5 working h", "4 h"),
        ("2 working d", "1 d"),
        ("2 working d", "1 working d"),
        ("1 working d", "3 h"),
    ],
)
def test_what_surely_outlasts(longer: str, shorter: str) -> None:
    assert Duration.parse(longer).outlasts(Duration.parse(shorter))
    assert not Duration.parse(shorter).outlasts(Duration.parse(longer))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 working h", "4 h"),
        ("1 working d", "20 h"),
        ("2 working d", "28 h"),
        ("1 d", "8 working h"),
        ("1 d", "none"),
        ("none", "1 d"),
        ("soon", "1 min"),
    ],
)
def test_what_may_be_as_short(one: str, other: str) -> None:
    assert not Duration.parse(one).outlasts(Duration.parse(other))


@pytest.mark.parametrize(
    ("day", "duration", "due"),
    [
        ("2026-08-31", "3 month", "2026-11-30"),
        ("2026-11-06", "10 working d", "2026-11-20"),  # a Friday
        ("2026-11-19", "3 working d", "2026-11-24"),  # over a weekend
        ("2026-11-07", "1 working d", "2026-11-10"),  # a Saturday: counted from Monday
        ("2026-11-19", "1 w 2 working d", "2026-11-30"),
        ("2026-11-19", "8 working h", "2026-11-19"),
    ],
)
def test_the_day_after(day: str, duration: str, due: str) -> None:
    assert Duration.parse(duration).after(date.fromisoformat(day)) == date.fromisoformat(due)


@pytest.mark.parametrize("duration", ["none", "soon", "24-72 h", "99999 month", "9999999 working d"])
def test_a_day_that_cannot_be_told(duration: str) -> None:
    assert Duration.parse(duration).after(date(2026, 11, 22)) is None
