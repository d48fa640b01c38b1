"""What pages say about who speaks to whom, and through what."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.communication import MOMENTS, Template
from alarmplan.model.kinds.role import Role
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.mandates import Mandates


class Talks(Mandates):
    """Roles and audiences."""

    __slots__ = ()

    def speakers(self, audience: str) -> Markdown:
        """Who may speak for the organisation to an audience."""
        roles = (role for role in self.view.roles if audience in role.mandate.audiences)
        return Markdown(
            "<br>".join(f"{self.link('role', role.id)}{self._limits(role, audience)}" for role in roles) or "–"
        )

    def _limits(self, role: Role, audience: str) -> str:
        """With whom, and in which severities only, where the decision to speak to them is limited."""
        told = {id for id, decision in self.view.playbook.decisions.items() if decision.audience == audience}
        limits = (
            self.holder_notes(holder)
            for decision in sorted(told)
            for holder in self.view.facts.holders[decision]
            if holder.role == role.id
        )
        notes = "; ".join(filter(None, limits))
        return f" ({notes})" if notes else ""

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
