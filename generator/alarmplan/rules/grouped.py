"""One finding for what is wrong in the same way at several places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alarmplan.model.finding import Finding
from alarmplan.model.place import Place

_SHOWN = 5  # further places of one finding


def finding(rule: str, places: Sequence[Place], params: Mapping[str, str | int]) -> Finding:
    """At the first of `places`; the others are related."""
    first, *others = places
    return Finding(rule, first, params, tuple(others[:_SHOWN]))
