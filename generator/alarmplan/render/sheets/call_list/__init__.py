from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alarmplan.model.kinds.organisation import Calendar
from alarmplan.render.calls import Call, call_groups
from alarmplan.render.sheet import Sheet, make_sheet, printed_call, printed_ways
from alarmplan.render.view import View


def sheets(view: View) -> Iterator[Sheet]:
    title = view.words["call_list"]
    content = {"lead": view.words["call_list_lead"], "groups": list(_groups(view))}
    yield make_sheet(view, "call_list", view.playbook.organisation, "call-list.html", content, title)


def _groups(view: View) -> Iterator[Mapping[str, Any]]:
    for id, calls in call_groups(view):
        calendar = view.playbook.calendars[id] if id else None
        yield {
            "title": _answered(view, calendar),
            "hours": "; ".join(view.hours(hours) for hours in calendar.hours) if calendar else None,
            "calls": [_call(view, call) for call in calls],
        }


def _answered(view: View, calendar: Calendar | None) -> str:
    if calendar is None:
        return view.words["calls_without"]
    return view.words["calls_answered"].format(calendar=view.say(calendar.title))


def _call(view: View, call: Call) -> Mapping[str, str | None]:
    """Nobody taps paper: of the further ways only numbers are printed, each once."""
    known = {way.contact for way in call.numbers}
    numbers = {way.contact: way for way in call.others if way.contact not in known and view.is_phone(way)}
    return {**printed_call(view, call), "others": printed_ways(view, numbers.values()) or None}
