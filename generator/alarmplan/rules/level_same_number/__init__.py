from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from alarmplan.model.contact import Contact
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Reachable, Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.week import ALWAYS, open_minutes
from alarmplan.rules.alerted import alerted
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, Channels, Organisation, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level, with the severities in which it calls nobody but numbers of the level below.

    A phone that goes from one shift to the next is not called twice; nor is a supplier's line our business.
    """
    for below, one in pairwise(alerted(evidence, chain)):
        if below.index + 1 != one.index or _shared(evidence, below.level, one.level):
            continue
        both = [severity for severity in one.severities if severity in below.severities]
        same = {severity: _same(evidence, below.level, one.level, severity) for severity in both}
        if any(same.values()):
            numbers = dict.fromkeys(number for found in same.values() for number in found)
            params = {"level": one.level.id, "before": below.level.id}
            said = {
                "numbers": ", ".join(numbers),
                "severities": ", ".join(id for id, found in same.items() if found),
            }
            place, related = (evidence.at(chain, "levels", at, "roles") for at in (one.index, below.index))
            yield Fault(place, {**params, **said}, (related,))


def _shared(evidence: Evidence, below: Level, level: Level) -> bool:
    """Whether a person is alerted on both, or a supplier on either: that is another matter."""
    persons, roles = evidence.facts.persons, evidence.playbook.roles
    already = {seat for role in below.roles for seat in persons[role]}
    return any(role in already for role in level.roles) or any(
        roles[role].external for role in (*below.roles, *level.roles)
    )


def _same(evidence: Evidence, below: Level, level: Level, severity: str) -> list[str]:
    """The numbers that the level calls, deputies included, if all of them are called at the level below."""
    roles, channels = evidence.playbook.roles, evidence.playbook.channels
    deputies = (roles[deputy] for role in level.roles for deputy in roles[role].deputies)
    if not (ways := list(_ways(evidence, level, severity))):
        return []
    ways += [way for deputy in deputies for way in deputy.reachable if channels[way.via].synchronous]
    already: dict[str, int] = {}
    for way in _ways(evidence, below, severity):
        already[_number(way)] = already.get(_number(way), 0) | _answered(evidence, way)
    again = all(_number(way) and already.get(_number(way), 0) & _answered(evidence, way) for way in ways)
    return [next(way.contact.all()) for way in ways] if again else []


def _ways(evidence: Evidence, level: Level, severity: str) -> Iterator[Reachable]:
    """How its roles are called; a message in an inbox is no call."""
    channels = evidence.playbook.channels
    for role in map(evidence.playbook.roles.__getitem__, level.roles):
        via = level.via.at(severity) or ()
        named = [way for way in role.reachable if way.via in via] or role.reachable
        yield from (way for way in named if channels[way.via].synchronous)


def _number(way: Reachable) -> str:
    """Empty where it is no number: to a desk or by messenger somebody else may be found."""
    contact = Contact.parse(next(way.contact.all()))
    return contact.address if contact.form == "phone" else ""


def _answered(evidence: Evidence, way: Reachable) -> int:
    """At which minutes of the week; at all of them where nobody can tell."""
    minutes = open_minutes(evidence.playbook, way.calendar)
    return ALWAYS if minutes is None else minutes
