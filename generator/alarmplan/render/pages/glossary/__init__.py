from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.glossary import Glossary
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    glossaries = tuple(view.playbook.of(Glossary).values())
    if not glossaries:
        return
    wording = [entry for glossary in glossaries for entry in glossary.wording]
    yield make_page(
        view,
        "glossary",
        "glossary.md",
        words["glossary"],
        section=words["section_background"],
        documents=glossaries,
        description=words["glossary_lead"],
        explained=False,
        terms=[term for glossary in glossaries for term in glossary.terms],
        wording={
            form: [entry for entry in wording if entry.form == form]
            for form in dict.fromkeys(entry.form for entry in wording)
        },
    )
