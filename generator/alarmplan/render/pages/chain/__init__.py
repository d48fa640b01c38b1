from __future__ import annotations

from collections.abc import Iterator

from alarmplan.render.diagram import draw_chain
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for chain in view.playbook.chains.values():
        matrix = view.playbook.matrices[chain.severity_matrix]
        yield make_page(
            view,
            "chain",
            f"chains/{chain.id}.md",
            view.say(chain.title),
            document=chain,
            chain=chain,
            matrix=matrix,
            up=view.words["chains"],
            drawing=draw_chain(view, chain),
        )
