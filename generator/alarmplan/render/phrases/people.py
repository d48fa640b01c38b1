"""What several kinds of page say: who, when, in which severities."""

from __future__ import annotations

from collections.abc import Iterable

from alarmplan.model.deadline import MOMENTS, Deadline
from alarmplan.model.kinds.chain import Inform
from alarmplan.model.kinds.role import Reachable
from alarmplan.model.kinds.situation import DueDecision
from alarmplan.render.context import OnPage
from alarmplan.render.markdown import Markdown


class People(OnPage):
    """Roles, severities and deadlines."""

    __slots__ = ()

    def role(self, id: str | None) -> Markdown:
        """A role; the word for none, or a dash where nothing is said."""
        if id is None:
            return Markdown("–")
        return self.phrase("none") if id == "none" else self.link("role", id)

    def contact(self, way: Reachable) -> Markdown:
        """A number or address, with the site for which it holds."""
        return Markdown(f"{self.phone(way.contact)}{self._site(way)}")

    def number(self, way: Reachable) -> Markdown:
        """The same, to be seen at a glance."""
        return Markdown(f"**{self.phone(way.contact)}**{self._site(way)}")

    def _site(self, way: Reachable) -> str:
        return f" ({self.label(way.for_)})" if way.for_ else ""

    def doer(self, id: str | None) -> Markdown:
        """A role, or whoever owns the incident."""
        return self.phrase("owner_now") if id == "owner" else self.role(id)

    def severities(self, ids: Iterable[str], matrix: str) -> Markdown:
        """The severities named; the word for all where none is."""
        named = tuple(ids)
        return self.links("severity", named, matrix) if named else self.phrase("all")

    def due(self, deadline: Deadline) -> Markdown:
        """What has to be done until then, and in which words."""
        parts = [self.label(deadline.title) if deadline.title else Markdown("–")]
        if deadline.template:
            parts.append(Markdown(f"{self.phrase('template')}: {self.link('template', deadline.template)}"))
        return Markdown("<br>".join(parts))

    def deadline(self, deadline: Deadline | DueDecision | Inform) -> Markdown:
        calendar = deadline.calendar if isinstance(deadline, Deadline) else None
        clock = f" ({self.link('calendar', calendar)})" if calendar else ""
        if isinstance(deadline, Deadline) and deadline.before:
            return Markdown(f"{self.duration(deadline.before)} {self._before(deadline.from_)}{clock}")
        if deadline.within is None:
            return Markdown("–")
        return Markdown(f"{self.duration(deadline.within)} {self._from(deadline.from_)}{clock}")

    def _from(self, moment: str) -> Markdown:
        if moment in MOMENTS:
            return self.phrase(f"from_{moment}")
        return self.word("from_own", moment=self.link("moment", moment))

    def _before(self, moment: str) -> Markdown:
        if moment in MOMENTS:
            return self.phrase(f"before_{moment}")
        return self.word("before_own", moment=self.link("moment", moment))
