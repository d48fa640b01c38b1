from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """`from_` names the moment from which `within` runs, in `calendar` or the clock of the severity."""

    title: Text | None = None
    from_: str
    within: Duration | None = None
    by: str | None = None
    calendar: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatePhase:
    """Lasts until `until` (counted from the report) or while the incident is in status `while_`."""

    until: Duration | None = None
    while_: str | None = None
    every: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """`approval` is the id of a role, or `none`; `first` counts from the report."""

    audience: str
    by: str | None = None
    approval: str | None = None
    first: Duration | None = None
    via: tuple[str, ...] = ()
    phases: tuple[UpdatePhase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """`rank` 1 is the worst."""

    id: str
    rank: int
    title: Text
    impact: Text | None = None
    criteria: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    clock: str | None = None
    first_response: Duration | None = None
    resolution_target: Duration | None = None
    actions: tuple[Text, ...] = ()
    updates: tuple[Update, ...] = ()
    follow_up: tuple[Deadline, ...] = ()
    aliases: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    id: str
    title: Text
    end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityMatrix(Document):
    levels: tuple[Severity, ...]
    statuses: tuple[Status, ...] = ()
