"""What pages say about who speaks to whom, and through what."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.communication import MOMENTS, Template
from alarmplan.model.kinds.role import Role
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People


class Talks(People):
    """Roles and audiences."""

    __slots__ = ()

    def speakers(self, audience: str) -> Markdown:
        """Who may speak for the organisation to an audience."""
        roles = (role.id for role in self.view.roles if audience in role.mandate.audiences)
        return self.links("role", roles, between="<br>")

    def templates_for(self, audience: str) -> Markdown:
        return self.links("template", (one.id for one in self._templates(audience)), between="<br>")

    def channels_to(self, audience: str) -> Markdown:
        """The channels of the templates for an audience."""
        channels = (channel for one in self._templates(audience) for channel in _channels(one))
        return self.links("channel", dict.fromkeys(channels))

    def _templates(self, audience: str) -> list[Template]:
        found = (one for one in self.view.playbook.of(Template).values() if one.audience == audience)
        return sorted(found, key=lambda one: MOMENTS.index(one.moment))

    def talks(self, role: Role, audience: str) -> Markdown:
        """A cell of the matrix of roles and audiences, in words."""
        return Markdown("<br>".join(self._parts(role, audience)) or "–")

    def _parts(self, role: Role, audience: str) -> Iterator[str]:
        rows = [row for row in self.view.facts.plan if row.audience == audience]
        if audience in role.mandate.audiences:
            yield self.phrase("talks_speaks")
        if any(row.sender == role.id for row in rows):
            yield self.phrase("talks_sends")
        if any(row.approval == role.id for row in rows):
            yield self.phrase("talks_approves")


def _channels(template: Template) -> Iterator[str]:
    yield from template.channels
    for variant in template.variants:
        yield from variant.channels
