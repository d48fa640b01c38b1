from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.deadline import Deadline
from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do. `within` counts from the report; `doer` is a role, or `owner`: who owns the incident."""

    text: Text
    doer: str | None = None
    within: Duration | None = None
    checklist: str | None = None
    template: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    id: str
    title: Text
    goal: Text | None = None
    steps: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveChange:
    """What has to be settled before anybody changes the running system."""

    risk: Text | None = None
    fallback: Text | None = None
    verification: Text | None = None
    coordination: Text | None = None
    checklist: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDecision:
    decision: str
    by: str | None = None
    from_: str = "reported"
    within: Duration | None = None
    when: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`at` counts from the report; `level` owns the incident from then on."""

    at: Duration
    by: str | None = None
    level: str | None = None
    text: Text
    template: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    id: str
    title: Text
    date: str | None = None
    summary: Text | None = None
    timeline: tuple[Event, ...]
    outcome: Text | None = None
    lessons: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(Document):
    """`enter_at` is a level of the chain that is alerted at once, whatever the chain's entry says.

    `call_first` is a role that whoever sees it calls before the number at which reports are taken.
    """

    summary: Text | None = None
    recognise: tuple[Text, ...] = ()
    severity_matrix: str
    severity: str
    chain: str
    enter_at: str | None = None
    call_first: str | None = None
    services: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    first_reaction: tuple[Action, ...] = ()
    phases: tuple[Phase, ...] = ()
    live_change: LiveChange | None = None
    decisions: tuple[DueDecision, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    templates: tuple[str, ...] = ()
    checklists: tuple[str, ...] = ()
    follow_up: tuple[Deadline, ...] = ()
    cases: tuple[Case, ...] = ()
