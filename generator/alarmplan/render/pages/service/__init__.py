from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.service import Service
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for service in view.playbook.of(Service).values():
        chain = view.playbook.chains[service.chain] if service.chain else None
        yield make_page(
            view,
            "service",
            f"services/{service.id}.md",
            view.say(service.title),
            document=service,
            service=service,
            chain=chain,
            worst=view.playbook.matrices[chain.severity_matrix].worst.id if chain else "",
            needed_by=view.facts.needed_by[service.id],
            silent=[
                channel.id
                for channel in view.playbook.channels.values()
                if set(channel.needs) & set(service.provides)
            ],
            up=view.words["services"],
        )
