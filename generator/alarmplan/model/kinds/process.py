from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From a step to the one that follows, in the case that `when` names."""

    to: str
    when: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`doer` is a role, or `owner`: whoever owns the incident. `within` counts from the report."""

    id: str
    title: Text
    doer: str | None = None
    with_: tuple[str, ...] = ()
    text: Text | None = None
    within: Duration | None = None
    checklist: str | None = None
    templates: tuple[str, ...] = ()
    handover: str | None = None
    decisions: tuple[str, ...] = ()
    result: Text | None = None
    next: tuple[Way, ...] = ()
    ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Document):
    purpose: Text | None = None
    chains: tuple[str, ...] = ()
    steps: tuple[Step, ...]

    def ways(self) -> Iterator[tuple[Step, Way]]:
        """Every way from step to step; one that names none leads to the next of the list, or ends."""
        for step, following in zip(self.steps, (*self.steps[1:], None), strict=True):
            if step.next:
                yield from ((step, way) for way in step.next)
            elif following and not step.ends:
                yield step, Way(to=following.id)
