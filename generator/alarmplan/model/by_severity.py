"""What is the same for every severity, or said for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from alarmplan.model.duration import Duration

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class BySeverity(Generic[V]):
    """One value for every severity (`everywhere`), or one per severity."""

    everywhere: V | None = None
    by_severity: tuple[tuple[str, V], ...] = ()

    def at(self, severity: str) -> V | None:
        if self.everywhere is not None:
            return self.everywhere
        return next((value for id, value in self.by_severity if id == severity), None)


class DurationBySeverity(BySeverity[Duration]):
    __slots__ = ()

    @classmethod
    def parse(cls, raw: str | Mapping[str, str]) -> DurationBySeverity:
        if isinstance(raw, str):
            return cls(everywhere=Duration.parse(raw))
        return cls(by_severity=tuple((severity, Duration.parse(text)) for severity, text in raw.items()))


class ChannelsBySeverity(BySeverity[tuple[str, ...]]):
    """Ids of channels, best first."""

    __slots__ = ()

    @classmethod
    def parse(cls, raw: Sequence[str] | Mapping[str, Sequence[str]]) -> ChannelsBySeverity:
        if isinstance(raw, Mapping):
            return cls(by_severity=tuple((severity, tuple(channels)) for severity, channels in raw.items()))
        return cls(everywhere=tuple(raw))

    def all(self) -> tuple[str, ...]:
        """The channels of all severities, each once."""
        everywhere = self.everywhere or ()
        return tuple(dict.fromkeys((*everywhere, *(one for _, channels in self.by_severity for one in channels))))


NO_CHANNELS = ChannelsBySeverity()  # any will do
