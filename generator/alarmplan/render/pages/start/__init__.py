from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.kinds.process import Process
from alarmplan.model.kinds.service import Service
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.pages.prose_page import by_title
from alarmplan.render.pages.situations import worst_first
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    yield make_page(
        view,
        "start",
        "index.md",
        words["start"],
        section="",
        description=words["start_description"],
        matrices=tuple(view.playbook.matrices.values()),
        chains={matrix: tuple(_chains(view, matrix)) for matrix in view.playbook.matrices},
        situations=worst_first(view),
        has_services=bool(view.playbook.of(Service)),
        has_processes=bool(view.playbook.of(Process)),
        has_glossary=bool(view.playbook.of(Glossary)),
        prose_pages=by_title(view),
    )


def _chains(view: View, matrix: str) -> Iterator[Chain]:
    """The chain that usually holds, or all where none is named."""
    usual = view.playbook.matrices[matrix].chain
    chains = (chain for chain in view.playbook.chains.values() if chain.severity_matrix == matrix)
    return (chain for chain in chains if usual in (None, chain.id))
