"""Whom to call: the number of a role, when somebody answers there, and who is next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from alarmplan.model.kinds.role import Reachable, Role
from alarmplan.render.collation import collation
from alarmplan.render.view import View


@dataclass(frozen=True, slots=True)
class Call:
    """`number` is the one to dial first, None where there is none; `others` are all further ways."""

    role: Role
    number: Reachable | None
    deputy: Role | None
    others: tuple[Reachable, ...]


def call(view: View, role: Role) -> Call:
    number = view.phone(role)
    deputy = view.playbook.roles[role.deputies[0]] if role.deputies else None
    return Call(role, number, deputy, tuple(way for way in role.reachable if way is not number))


def call_groups(view: View) -> Iterator[tuple[str | None, tuple[Call, ...]]]:
    """All roles by the calendar in which their numbers are answered: always first, without a number last."""
    roles = sorted(view.playbook.roles.values(), key=lambda role: collation(view.say(role.title)))
    calls = [call(view, role) for role in roles]
    calendars = sorted(view.playbook.calendars.values(), key=lambda calendar: not calendar.always)
    for id in chain((calendar.id for calendar in calendars), [None]):
        if group := tuple(_answered(calls, id)):
            yield id, group


def _answered(calls: Iterable[Call], calendar: str | None) -> Iterator[Call]:
    return (one for one in calls if (one.number.calendar if one.number else None) == calendar)
