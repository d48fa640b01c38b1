"""What follows from a playbook: computed once by `analyse`, read by rules and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alarmplan.model.by_severity import ChannelsBySeverity
from alarmplan.model.duration import Duration
from alarmplan.model.kinds.service import Commitment, CommittedTimes
from alarmplan.model.place import Route
from alarmplan.model.playbook import Key


@dataclass(frozen=True, slots=True)
class Use:
    """`user` is the document that refers, `route` where in it."""

    user: Key
    route: Route


@dataclass(frozen=True, slots=True)
class Holder:
    """Who may take a decision; `with_` is empty where the role may take it alone.

    `severities` of `matrix` are those to which it is limited; none where it is not.
    """

    role: str
    with_: tuple[str, ...] = ()
    matrix: str | None = None
    severities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """That a role is alerted with a level of a chain, in which severities and through which channels.

    `route` is where the chain says so; a role that does not lead is alerted alongside.
    """

    chain: str
    level: str
    route: Route
    severities: tuple[str, ...]
    via: ChannelsBySeverity
    leads: bool


@dataclass(frozen=True, slots=True)
class Running:
    """Which times of a chain may run: pairs of a level and a severity.

    Elsewhere the time to acknowledge is that of a level that is never alerted, the time to escalate that of one
    below another that is alerted already, or of the last.
    """

    acknowledge_within: frozenset[tuple[str, str]]
    escalate_after: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PlannedMessage:
    """One row of the communication plan.

    `due` is the latest time after the report (initial), `every` the intervals that follow with the
    end of each phase or None for the last; templates are those of this moment and audience. After one that is
    `followed`, another is promised at its time.
    """

    matrix: str
    severity: str
    audience: str
    moment: str
    sender: str | None
    approval: str | None
    due: Duration | None
    every: tuple[tuple[Duration, Duration | str | None], ...]
    channels: tuple[str, ...]
    templates: tuple[str, ...]
    followed: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """The times that one commitment names for some severities."""

    commitment: Commitment
    times: CommittedTimes


@dataclass(frozen=True, slots=True)
class Facts:
    """`review_due` holds the day by which each document has to be reviewed, where it says so; `persons` for every
    role all seats of the same person, its own included, `stood_in_for` for every deputy whose it is.

    Of chains, by their ids: `reached` the levels that may be alerted, with the severities in which, `running` the
    times that may run. `alerts` holds for every role where it is alerted, `contacted` the channels for which some
    role has a contact, `speakers` for every audience who may speak to it.

    Of templates, by their ids: `planned` the rows of the plan that each has the words for; `asked` are the
    audiences of which some message wants a decision.

    Of services, by their ids: `needed_by` those that depend on each, `strictest` what is promised at best for the
    worst severity.
    """

    uses: Mapping[Key, tuple[Use, ...]]
    reached: Mapping[str, Mapping[str, tuple[str, ...]]]
    running: Mapping[str, Running]
    alerts: Mapping[str, tuple[Alert, ...]]
    contacted: frozenset[str]
    holders: Mapping[str, tuple[Holder, ...]]
    speakers: Mapping[str, frozenset[str]]
    persons: Mapping[str, frozenset[str]]
    stood_in_for: Mapping[str, tuple[str, ...]]
    plan: tuple[PlannedMessage, ...]
    planned: Mapping[str, tuple[PlannedMessage, ...]]
    asked: frozenset[str]
    review_due: Mapping[Key, date]
    needed_by: Mapping[str, tuple[str, ...]]
    strictest: Mapping[str, Promise]
