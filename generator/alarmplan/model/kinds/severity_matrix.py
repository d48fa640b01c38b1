from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alarmplan.model.deadline import Deadline
from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.text import Text


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

    @property
    def is_none(self) -> bool:
        """Whether it says that this audience is deliberately told nothing."""
        times = (self.first, *(phase.every for phase in self.phases))
        return all(time is not None and time.is_none for time in times)


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
class Mark:
    """A place on an axis of the grid."""

    id: str
    title: Text
    description: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Both axes begin with the worst. `severities` holds, per impact and urgency, the id of a severity."""

    impact: tuple[Mark, ...]
    urgency: tuple[Mark, ...]
    severities: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityMatrix(Document):
    """`chain` holds where nothing names another; readers meet it first."""

    chain: str | None = None
    levels: tuple[Severity, ...]
    statuses: tuple[Status, ...] = ()
    grid: Grid | None = None

    @property
    def worst(self) -> Severity:
        return min(self.levels, key=lambda severity: severity.rank)
