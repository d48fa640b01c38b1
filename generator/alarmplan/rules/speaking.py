"""Who may speak to whom."""

from __future__ import annotations

from collections.abc import Iterable

from alarmplan.model.evidence import Evidence


def may_speak(evidence: Evidence, roles: Iterable[str], audience: str) -> bool:
    """Whether one of the roles may speak to the audience, in whichever of its person's seats.

    Of an audience to which nobody may speak that is found once, at the audience; here it counts as settled.
    """
    speakers = evidence.facts.speakers.get(audience)
    return not speakers or any(evidence.facts.persons[role] & speakers for role in roles)
