"""Documents that are catalogues: each entry is something other documents refer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`audience` is to whom one speaks with it."""

    id: str
    form: Literal["order", "release", "say"]
    audience: str | None = None
    title: Text
    description: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions(Document):
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    id: str
    title: Text
    description: Text | None = None
    wants: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audiences(Document):
    audiences: tuple[Audience, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Infrastructure:
    """What channels need to work."""

    id: str
    title: Text
    description: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    id: str
    title: Text
    use: Text | None = None
    synchronous: bool
    leaves_record: bool
    needs: tuple[str, ...] = ()
    max_characters: int | None = None
    moderator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels(Document):
    channels: tuple[Channel, ...]
    infrastructure: tuple[Infrastructure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HardTrigger:
    id: str
    title: Text
    action: Text | None = None
    measure: Text | None = None
    comparison: Literal["at-least", "more-than", "at-most", "less-than", "exactly"] | None = None
    threshold: Text | None = None
    window: Duration | None = None
    scope: Literal["incident", "across"] | None = None
    reset_by_progress: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftTrigger:
    id: str
    title: Text
    action: Text | None = None
    notice: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers(Document):
    hard: tuple[HardTrigger, ...] = ()
    soft: tuple[SoftTrigger, ...] = ()
