"""A finding is data; its text is made last, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from alarmplan.model.place import Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake at one place.

    `rule` is the id of a rule in the registry of `alarmplan.rules`; `params` fill its message
    and hint. `related` are places one has to see as well, such as the first declaration; if it is `repeated`, the
    same mistake was made at each of them. `referrers` refer to what cannot be read because of this mistake, and
    are no mistakes of their own.
    """

    rule: str
    place: Place
    params: Mapping[str, str | int] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    referrers: tuple[Place, ...] = ()
    repeated: bool = False


Findings = tuple[Finding, ...]
