from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.week import ALWAYS, open_minutes
from alarmplan.rules.check import judges
from alarmplan.rules.seats import SHOWN


@judges(Chain, reads=(Chain, Organisation, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding per level, with the severities that promise more than its people keep."""
    always = _always(evidence, chain)
    if not always:
        return
    weeks = {level.id: _week(evidence, _people(evidence, level)) for level in chain.levels}
    for index, level in enumerate(chain.levels):
        week = weeks[level.id]
        severities = [one for one in evidence.facts.reached[chain.id].get(level.id, ()) if one in always]
        left = [one for one in severities if not _with_others(chain, level, one, weeks)]
        if week is not None and week != ALWAYS and left:
            roles = dict.fromkeys(role.id for role in _people(evidence, level))
            params: dict[str, str | int] = {
                "level": level.id,
                "severities": ", ".join(left),
                "roles": ", ".join(roles),
                "hours": _hours(ALWAYS & ~week),
            }
            related = [
                evidence.at(role, "id" if role.same_person_as else "reachable", key=not role.same_person_as)
                for role in map(evidence.playbook.roles.__getitem__, roles)
                if role.reachable
            ]
            place = evidence.at(chain, "levels", index, "roles", key=True)
            yield Finding("level-off-hours", place, params, tuple(related[:SHOWN]))


def _always(evidence: Evidence, chain: Chain) -> set[str]:
    """The severities of the chain whose clock never stops."""
    matrix = evidence.playbook.matrices[chain.severity_matrix]
    clocks = {severity.id: severity.clock for severity in matrix.levels}
    weeks = {clock: open_minutes(evidence.playbook, clock) for clock in clocks.values() if clock}
    return {id for id, clock in clocks.items() if clock and weeks[clock] == ALWAYS}


def _people(evidence: Evidence, level: Level) -> Iterator[Role]:
    roles = evidence.playbook.roles
    for role in level.roles:
        yield roles[role]
        yield from (roles[deputy] for deputy in roles[role].deputies)


def _week(evidence: Evidence, people: Iterable[Role]) -> int | None:
    """When at least one of them can be reached; None where nothing is said of any, or nobody can tell."""
    calendars = {way.calendar for role in people for way in role.reachable}
    week = 0
    for calendar in calendars:
        open_then = open_minutes(evidence.playbook, calendar)
        if open_then is None:
            return None
        week |= open_then
    return week if calendars else None


def _hours(minutes: int) -> int:
    """How many hours these minutes are, rounded up."""
    return -(-minutes.bit_count() // 60)


def _with_others(chain: Chain, level: Level, severity: str, weeks: dict[str, int | None]) -> bool:
    """Whether another level is alerted at the same moment, and somebody is always there."""
    entry = chain.entry_levels(severity)
    return level.id in entry and any(weeks[other] in (None, ALWAYS) for other in entry if other != level.id)
