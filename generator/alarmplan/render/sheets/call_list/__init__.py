from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alarmplan.render.calls import Call, call_groups
from alarmplan.render.sheet import Sheet, make_sheet, printed_call
from alarmplan.render.view import View


def sheets(view: View) -> Iterator[Sheet]:
    title = view.words["call_list"]
    content = {"lead": view.words["call_list_lead"], "groups": list(_groups(view))}
    yield make_sheet(view, "call_list", view.playbook.organisation, "call-list.html", content, title)


def _groups(view: View) -> Iterator[Mapping[str, Any]]:
    for id, calls in call_groups(view):
        yield {"title": _answered(view, id), "calls": [_call(view, call) for call in calls]}


def _answered(view: View, id: str | None) -> str:
    if id is None:
        return view.words["calls_without"]
    return view.words["calls_answered"].format(calendar=view.say(view.playbook.calendars[id].title))


def _call(view: View, call: Call) -> Mapping[str, str | None]:
    return {**printed_call(view, call), "others": ", ".join(view.say(way.contact) for way in call.others) or None}
