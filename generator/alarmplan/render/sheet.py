"""A sheet for paper: data for its typesetting template, and the mark of what is printed on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alarmplan.model.document import Document
from alarmplan.model.inline import Span, paragraphs, parse_inline
from alarmplan.model.kinds.role import Reachable, Role
from alarmplan.model.playbook import Key
from alarmplan.model.text import Text
from alarmplan.render.calls import Call
from alarmplan.render.view import View


@dataclass(frozen=True, slots=True)
class Sheet:
    """`template` is the folder of the kind of sheet, `name` the file without its suffix.

    `day` is when the content was last confirmed, for the time stamp of the file; None where unknown.
    """

    name: str
    template: str
    data: Mapping[str, Any]
    day: date | None


def make_sheet(
    view: View, template: str, document: Document, page: str, content: Mapping[str, Any], title: str | None = None
) -> Sheet:
    """Adds what every sheet says of itself: title, owner, version, dates, address, fixed words.

    Without a title of its own a sheet has that of its document.
    """
    due = view.facts.review_due.get(Key(document.kind, document.id))
    site = view.playbook.organisation.site_url
    data = {
        "lang": view.language,
        "title": title or view.say(document.title),
        "labels": {
            key.removeprefix("sheet_"): phrase
            for key, phrase in view.words.phrases.items()
            if key.startswith("sheet_")
        }
        | {"kind": view.words[f"sheet_{template}"]},
        **content,
    }
    meta = {
        "org": view.say(view.playbook.organisation.title),
        "owner": view.title(Key("role", document.owner)) if document.owner else None,
        "changed": view.day(document.reviewed) if document.reviewed else None,
        "valid_until": view.day(due) if due else None,
        "url": f"{site.rstrip('/')}/{view.language}/{page}" if site else None,
    }
    printed = {**data, "meta": meta}
    return Sheet(
        name=f"{template.replace('_', '-')}-{document.id}",
        template=template,
        data={**data, "meta": {**meta, "version": _version(printed)}},
        day=date.fromisoformat(document.reviewed) if document.reviewed else None,
    )


def _version(printed: Mapping[str, Any]) -> str:
    """A short mark of what is printed: the same sheet has the same one, whatever else changed."""
    return hashlib.sha256(json.dumps(printed, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:7]


def printed_call(view: View, call: Call) -> Mapping[str, str | None]:
    """Whom to call: role and number, and the first deputy with a number on one line."""
    return {
        "role": view.say(call.role.title),
        "phone": printed_ways(view, call.numbers) or "–",
        "deputy": _printed_deputy(view, call, call.deputy) if call.deputy else None,
    }


def _printed_deputy(view: View, call: Call, deputy: Role) -> str:
    title = view.say(deputy.title)
    if call.same_number:
        return f"{title} ({view.words['same_number']})"
    return f"{title} {printed_ways(view, view.phone_numbers(deputy))}".strip()


def printed_ways(view: View, ways: Iterable[Reachable]) -> str:
    """Numbers and addresses, each with the site for which it holds."""
    return ", ".join(
        f"{view.say(way.contact)} ({view.say(way.for_)})" if way.for_ else view.say(way.contact) for way in ways
    )


def spans(view: View, text: Text | None) -> Sequence[Mapping[str, str]] | None:
    """Authored prose as spans of data; links to pages are printed as their text."""
    if text is None:
        return None
    joined = " ".join(paragraphs(view.say(text)))
    return [_span(span) for span in parse_inline(joined)]


def _span(span: Span) -> Mapping[str, str]:
    if span.url:
        return {"text": span.text, "kind": "link", "href": span.url}
    return {"text": span.text, "kind": "code" if span.form == "code" else span.stress or "plain"}
