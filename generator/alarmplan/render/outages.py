"""What still works when something on which channels rely fails."""

from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.kinds.catalogues import Infrastructure
from alarmplan.model.kinds.service import Service
from alarmplan.render.view import View


@dataclass(frozen=True, slots=True)
class Outage:
    """Ids of the channels that fail with `part` and of those that do not, and of the services that provide it."""

    part: Infrastructure
    failing: tuple[str, ...]
    working: tuple[str, ...]
    services: tuple[str, ...]


def outage(view: View, part: Infrastructure) -> Outage:
    channels = view.playbook.channels.values()
    services = view.playbook.of(Service).values()
    return Outage(
        part,
        failing=tuple(channel.id for channel in channels if part.id in channel.needs),
        working=tuple(channel.id for channel in channels if part.id not in channel.needs),
        services=tuple(service.id for service in services if part.id in service.provides),
    )
