from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alarmplan.model.document import Document
from alarmplan.model.playbook import Key
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    documents = sorted(
        view.playbook.documents,
        key=lambda document: (
            view.facts.review_due.get(_key(document), date.max),
            document.kind,
            document.id,
        ),
    )
    yield make_page(
        view,
        "upkeep",
        "upkeep.md",
        words["upkeep"],
        section=words["section_upkeep"],
        description=words["upkeep_lead"],
        entries=documents,
        due={document.id + document.kind: view.facts.review_due.get(_key(document)) for document in documents},
    )


def _key(document: Document) -> Key:
    return Key(document.kind, document.id)
