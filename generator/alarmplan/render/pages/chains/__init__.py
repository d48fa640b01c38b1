from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.diagram import draw_chain
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    words = view.words
    chains = tuple(view.playbook.chains.values())
    yield make_page(
        view,
        "chains",
        "chains.md",
        words["chains"],
        section=words["section_act"],
        description=words["chains_lead"],
        chains=chains,
        drawings={chain.id: draw_chain(view, chain) for chain in chains},
    )
