"""Whom to call: the number of a role, when somebody answers there, and who is next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from alarmplan.model.kinds.role import Reachable, Role
from alarmplan.render.view import View


@dataclass(frozen=True, slots=True)
class Call:
    """`numbers` are those to dial first, one for each site; `others` are all further ways.

    `same_number`: the deputy answers there too, so that nobody has to dial another number.
    """

    role: Role
    numbers: tuple[Reachable, ...]
    deputy: Role | None
    others: tuple[Reachable, ...]
    same_number: bool = False

    @property
    def calendar(self) -> str | None:
        """When somebody answers; None where there is no number."""
        return self.numbers[0].calendar if self.numbers else None


def call(view: View, role: Role) -> Call:
    numbers = view.phone_numbers(role)
    deputy = view.playbook.roles[role.deputies[0]] if role.deputies else None
    others = tuple(way for way in role.reachable if way not in numbers)
    return Call(role, numbers, deputy, others, deputy is not None and _same_number(view, numbers, deputy))


def _same_number(view: View, numbers: tuple[Reachable, ...], deputy: Role) -> bool:
    """Whether the numbers are answered around the clock, by the deputy where the role does not."""
    always = {way.contact for way in view.phone_numbers(deputy) if view.playbook.calendars[way.calendar].always}
    return bool(numbers) and {way.contact for way in numbers} <= always


def _by_calendar(one: Call) -> Iterator[Call]:
    """A call for each calendar in which its numbers are answered: sites may differ."""
    calendars = dict.fromkeys(way.calendar for way in one.numbers)
    for calendar in calendars:
        yield replace(one, numbers=tuple(way for way in one.numbers if way.calendar == calendar))
    if not calendars:
        yield one


def call_groups(view: View) -> Iterator[tuple[str | None, tuple[Call, ...]]]:
    """All roles by the calendar in which their numbers are answered: always first, without a number last."""
    calls = [part for role in view.roles for part in _by_calendar(call(view, role))]
    calendars = sorted(view.playbook.calendars.values(), key=lambda calendar: not calendar.always)
    for id in (*(calendar.id for calendar in calendars), None):
        if group := tuple(one for one in calls if one.calendar == id):
            yield id, group
