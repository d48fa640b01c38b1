from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from alarmplan.model.by_severity import NO_CHANNELS, ChannelsBySeverity, DurationBySeverity
from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.intake import Intake
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    id: str
    title: Text
    purpose: Text | None = None
    roles: tuple[str, ...]
    answer: Literal["any", "all"] = "any"
    triggers: tuple[str, ...] = ()
    jump_on: tuple[str, ...] = ()
    acknowledge_within: DurationBySeverity | None = None
    escalate_after: DurationBySeverity | None = None
    via: ChannelsBySeverity = NO_CHANNELS
    actions: tuple[Text, ...] = ()
    handover: str | None = None
    checklist: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alongside:
    """Alerted together with `level`; acknowledges, but never owns. No severities: all of them."""

    role: str
    level: str
    severities: tuple[str, ...] = ()
    acknowledge_within: DurationBySeverity | None = None
    via: ChannelsBySeverity = NO_CHANNELS
    task: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inform:
    """Told, not responsible. `by` None: whoever owns the incident. No severities: all of them.

    It holds only while the calendar `during` is open, and only while `outside` is closed.
    """

    role: str
    severities: tuple[str, ...] = ()
    by: str | None = None
    from_: str = "reported"
    within: Duration | None = None
    during: str | None = None
    outside: str | None = None
    condition: Text | None = None
    via: tuple[str, ...] = ()
    template: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateral:
    """`approval` is the id of a role, or `none`; `else_` says what happens if it stays silent."""

    to: str
    form: Literal["lateral", "horizontal"]
    from_: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    approval: str | None = None
    approval_within: Duration | None = None
    else_: str | None = None
    via: tuple[str, ...] = ()
    purpose: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    by: Literal["system", "caller", "owner"]
    checked_every: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtEnd:
    repeat_every: Duration | None = None
    times: int | None = None
    then: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Document):
    """`entry` names, per severity, the levels alerted at once; none at all where the policy says `none`."""

    severity_matrix: str
    purpose: Text | None = None
    intake: tuple[Intake, ...] = ()
    entry: Mapping[str, tuple[str, ...]]
    levels: tuple[Level, ...]
    alongside: tuple[Alongside, ...] = ()
    inform: tuple[Inform, ...] = ()
    lateral: tuple[Lateral, ...] = ()
    advance: Advance | None = None
    at_end: AtEnd | None = None

    def entry_levels(self, severity: str) -> tuple[str, ...]:
        return self.entry.get(severity, ())

    def highest_entry(self, severity: str) -> int:
        """The highest level that is alerted at once: those above it follow by time, those below it do not.

        The number of levels where nobody is alerted at all.
        """
        entry = self.entry_levels(severity)
        found = (index for index, level in enumerate(self.levels) if level.id in entry)
        return max(found, default=len(self.levels))

    def reached(self, severity: str) -> tuple[Level, ...]:
        """The levels that may be alerted: those of the entry, those of a trigger, those to which time leads on.

        None where the policy alerts nobody.
        """
        entry = self.entry_levels(severity)
        highest = self.highest_entry(severity)
        found, waiting = [], False  # for time to pass
        for index, level in enumerate(self.levels if entry else ()):
            if waiting or level.jump_on or level.id in entry:
                found.append(level)
                after = level.escalate_after.at(severity) if level.escalate_after else None
                waiting = index >= highest and not (after and after.is_none)
        return tuple(found)
