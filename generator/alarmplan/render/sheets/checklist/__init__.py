from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alarmplan.model.kinds.checklist import Checklist, ChecklistItem
from alarmplan.model.kinds.role import Role
from alarmplan.model.playbook import Key
from alarmplan.render.sheet import Sheet, make_sheet, spans
from alarmplan.render.view import View

_PHONE_CHARACTERS = frozenset("0123456789+ /-()\u00a0")


def sheets(view: View) -> Iterator[Sheet]:
    for checklist in view.playbook.of(Checklist).values():
        content = {
            "aim": spans(view, checklist.aim),
            "mode_label": view.words[checklist.mode.replace("-", "_")],
            "mode_hint": view.words[f"{checklist.mode.replace('-', '_')}_hint"],
            "groups": list(_groups(view, checklist)),
            "contacts": list(_contacts(view, checklist)),
        }
        yield make_sheet(view, "checklist", checklist, f"checklists/{checklist.id}.html", content)


def _groups(view: View, checklist: Checklist) -> Iterator[Mapping[str, Any]]:
    number = 0
    for part in checklist.parts:
        items = []
        for item in part.items:
            number += 1
            items.append(_item(view, item, number))
        yield {
            "title": view.say(part.title) if part.title else None,
            "items": items,
            "pause": spans(view, part.pause),
        }


def _item(view: View, item: ChecklistItem, number: int) -> Mapping[str, Any]:
    return {
        "n": str(number),
        "text": spans(view, item.text),
        "answer": spans(view, item.answer),
        "doer": view.title(Key("role", item.doer)) if item.doer else None,
        "killer": item.killer,
    }


def _contacts(view: View, checklist: Checklist) -> Iterator[Mapping[str, Any]]:
    """Everybody who has something to do, with number and first deputy, so that the sheet is enough."""
    doers = dict.fromkeys(item.doer for item in checklist.items() if item.doer)
    roles = view.playbook.roles
    for doer in doers:
        role = roles[doer]
        deputy = roles[role.deputies[0]] if role.deputies else None
        yield {
            "role": view.say(role.title),
            "phone": _phone(view, role) or "–",
            "deputy": f"{view.say(deputy.title)} {_phone(view, deputy) or ''}".strip() if deputy else None,
        }


def _phone(view: View, role: Role) -> str | None:
    contacts = (view.say(way.contact) for way in role.reachable)
    return next((contact for contact in contacts if set(contact) <= _PHONE_CHARACTERS), None)
