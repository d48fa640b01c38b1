"""The one shape of deadlines."""

from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.duration import Duration
from alarmplan.model.text import Text

MOMENTS = ("reported", "acknowledged", "classified", "solved", "closed")  # of every incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """`from_` names the moment from which `within` runs, or `before` counts back, in `calendar` or the clock of
    the severity.
    """

    title: Text | None = None
    from_: str
    within: Duration | None = None
    before: Duration | None = None
    by: str | None = None
    calendar: str | None = None
    template: str | None = None
