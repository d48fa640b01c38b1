"""How reports come in: to a chain, or under a contract."""

from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """No severities: all of them. `answered_by` is the role that answers there."""

    via: str
    contact: Text | None = None
    calendar: str | None = None
    severities: tuple[str, ...] = ()
    answered_by: str | None = None
