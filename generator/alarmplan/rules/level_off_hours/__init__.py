from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Reachable, Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.week import ALWAYS, first_run
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.clocks import hours, never_stopping, together


@judges(Chain, reads=(Chain, Organisation, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level, with the severities that promise more than its people keep."""
    for index, level, gaps in off_hours(evidence, chain):
        roles = dict.fromkeys(role.id for role in _people(evidence, level))
        params: dict[str, str | int] = {
            "level": level.id,
            "severities": ", ".join(gaps),
            "roles": ", ".join(roles),
            "hours": max(map(hours, gaps.values())),
            "first_gap": first_run(max(gaps.values(), key=hours)),
        }
        related = [
            evidence.at(role, "id" if role.same_person_as else "reachable", key=not role.same_person_as)
            for role in map(evidence.playbook.roles.__getitem__, roles)
            if role.reachable
        ]
        place = evidence.at(chain, "levels", index, "roles", key=True)
        yield Fault(place, params, related)


def off_hours(evidence: Evidence, chain: Chain) -> Iterator[tuple[int, Level, dict[str, int]]]:
    """The levels with the severities whose clock never stops, and the minutes at which nobody answers there."""
    always = never_stopping(evidence, evidence.playbook.matrices[chain.severity_matrix])
    for index, level in enumerate(chain.levels if always else ()):
        severities = [one for one in evidence.facts.reached[chain.id].get(level.id, ()) if one in always]
        weeks = {one: _week(evidence, level, one) for one in severities}
        gaps = {
            severity: ALWAYS & ~week
            for severity, week in weeks.items()
            if week not in (None, ALWAYS) and not _with_others(evidence, chain, level, severity)
        }
        if gaps:
            yield index, level, gaps


def _people(evidence: Evidence, level: Level) -> Iterator[Role]:
    roles = evidence.playbook.roles
    for role in level.roles:
        yield roles[role]
        yield from (roles[deputy] for deputy in roles[role].deputies)


def _week(evidence: Evidence, level: Level, severity: str) -> int | None:
    """When at least one of them can be reached; None where nothing is said of any, or nobody can tell."""
    ways = [way for role in _people(evidence, level) for way in _ways(role, level, severity)]
    calendars = sorted({way.calendar for way in ways})
    return together(evidence, calendars) if calendars else None


def _ways(role: Role, level: Level, severity: str) -> Sequence[Reachable]:
    """Those through which the level alerts its roles; a deputy is called on whichever it has.

    If a role has none of them, that is found elsewhere, and all count.
    """
    if role.external or role.id not in level.roles:
        return role.reachable
    channels = level.via.at(severity) or ()
    return [way for way in role.reachable if way.via in channels] or role.reachable


def _with_others(evidence: Evidence, chain: Chain, level: Level, severity: str) -> bool:
    """Whether others see to it: suppliers arrange their own cover, or people are there while these are not.

    At the entry they have to be alerted at the same moment. A level in between is skipped while nobody is there,
    and time goes on to those above.
    """
    if all(evidence.playbook.roles[role].external for role in level.roles):
        return True
    entry = chain.entry_levels(severity)
    if level.id in entry:
        others = (other for other in chain.levels if other.id in entry and other.id != level.id)
        return any(_week(evidence, other, severity) in (None, ALWAYS) for other in others)
    weeks = [_week(evidence, one, severity) for one in (level, *_above(chain, level, severity))]
    return None in weeks or reduce(or_, (week or 0 for week in weeks)) == ALWAYS


def _above(chain: Chain, level: Level, severity: str) -> Iterator[Level]:
    """The levels to which time leads on from this one."""
    for here, following in pairwise(chain.levels[chain.levels.index(level) :]):
        after = here.escalate_after.at(severity) if here.escalate_after else None
        if after and after.is_none:
            return
        yield following
