from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from alarmplan.model.document import Document
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHours:
    """Times of day as `HH:MM`; `24:00` is the end of the day."""

    days: tuple[str, ...]
    from_: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarException:
    """`date` is one day (`2026-12-24`) or the same day each year (`12-24`).

    `from_` and `to` replace the hours of that day; `closes_at` only ends them early and opens nothing.
    """

    date: str
    title: Text | None = None
    closed: bool = False
    from_: str | None = None
    to: str | None = None
    closes_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    id: str
    title: Text
    zone: str | None = None
    always: bool = False
    hours: tuple[OpenHours, ...] = ()
    holidays: str | None = None
    exceptions: tuple[CalendarException, ...] = ()
    union: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment of the organisation's own, from or up to which deadlines run."""

    id: str
    title: Text
    description: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Document):
    description: Text | None = None
    requires: str | None = None
    languages: tuple[str, ...]
    zone: str
    currency: str | None = None
    site_url: str | None = None
    source_url: str | None = None
    begin_with: str | None = None
    calendars: tuple[Calendar, ...] = ()
    moments: tuple[Moment, ...] = ()
    checks: Mapping[str, str] = field(default_factory=dict)
