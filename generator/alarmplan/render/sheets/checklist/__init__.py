from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from alarmplan.model.kinds.checklist import Checklist, ChecklistItem
from alarmplan.model.playbook import Key
from alarmplan.render.calls import call
from alarmplan.render.sheet import Sheet, make_sheet, printed_call, spans
from alarmplan.render.view import View


def sheets(view: View) -> Iterator[Sheet]:
    for checklist in view.playbook.of(Checklist).values():
        content = {
            "aim": spans(view, checklist.aim),
            "mode_label": view.words[checklist.mode.replace("-", "_")],
            "people": list(_people(view, checklist)),
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
            items.append(_item(view, item, checklist.other_doer(part, item), number))
        yield {
            "title": view.say(part.title) if part.title else None,
            "items": items,
            "pause": spans(view, part.pause),
        }


def _item(view: View, item: ChecklistItem, doer: str | None, number: int) -> Mapping[str, Any]:
    return {
        "n": str(number),
        "text": spans(view, item.text),
        "answer": spans(view, item.answer),
        "doer": _name(view, doer),
        "killer": item.killer,
    }


def _contacts(view: View, checklist: Checklist) -> Iterator[Mapping[str, Any]]:
    """Everybody who has something to do or may have to be called, with number and first deputy."""
    for id in dict.fromkeys((*_doers(checklist), *_next_in_line(view, checklist))):
        yield printed_call(view, call(view, view.playbook.roles[id]))


def _doers(checklist: Checklist) -> Iterator[str]:
    others = (checklist.other_doer(part, item) for part in checklist.parts for item in part.items)
    named = (checklist.doer, *others, checklist.confirmed_by)
    return (doer for doer in named if doer and doer != "owner")


def _name(view: View, doer: str | None) -> str | None:
    return view.words["owner_now"] if doer == "owner" else view.title(Key("role", doer)) if doer else None


def _people(view: View, checklist: Checklist) -> Iterator[str]:
    """Who does the list, and who confirms it."""
    for label, id in (("who", checklist.doer), ("confirmed_by", checklist.confirmed_by)):
        if name := _name(view, id):
            yield f"{view.words[label]}: {name}"


def _next_in_line(view: View, checklist: Checklist) -> Iterator[str]:
    """The roles of the levels after those which use the list, in the first chain that does: paper is short."""
    for chain in view.playbook.chains.values():
        found = [
            role
            for level, following in pairwise(chain.levels)
            if level.checklist == checklist.id
            for role in following.roles
        ]
        if found:
            yield from found
            return
