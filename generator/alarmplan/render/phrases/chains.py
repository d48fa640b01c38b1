"""What pages say about escalation chains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alarmplan.model.by_severity import ChannelsBySeverity
from alarmplan.model.kinds.chain import Alongside, AtEnd, Chain, Inform, Lateral, Level
from alarmplan.model.kinds.role import Reachable, Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.render.calls import call
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People


class Chains(People):
    """Chains, their levels and paths."""

    __slots__ = ()

    def entry(self, chain: Chain, severity: str, besides: str | None = None) -> Sequence[Markdown]:
        """Who is alerted at once, first of all on the level `besides`: a line a role, the number to call first."""
        roles = self.entry_roles(chain, severity, besides)
        return [self.number_first(role) for role in roles] or [self.phrase("nobody")]

    @staticmethod
    def entry_roles(chain: Chain, severity: str, besides: str | None) -> Iterable[str]:
        entered = chain.entry_levels(severity)
        levels = [level for level in chain.levels if level.id in entered and level.id != besides]
        first = [level for level in chain.levels if level.id == besides]
        return dict.fromkeys(role for level in (*first, *levels) for role in level.roles)

    def number_first(self, role_id: str) -> Markdown:
        """The number; where it is not answered around the clock, when it is, and whom to call otherwise."""
        called = call(self.view, self.view.playbook.roles[role_id])
        if called.deputy and called.same_number:
            otherwise = self.word("same_number_answers", role=self.link("role", called.deputy.id))
            return Markdown(f"{self._numbers(called.numbers)}{self.link('role', role_id)}<br>{otherwise}")
        numbers = ", ".join(map(self._with_hours, called.numbers))
        line = f"{numbers} {self.link('role', role_id)}" if numbers else self.link("role", role_id)
        always = all(self._always(way) for way in called.numbers)
        return Markdown(line if always else f"{line}{self._otherwise(called.deputy)}")

    def _numbers(self, ways: Iterable[Reachable]) -> str:
        return ", ".join(map(self.number, ways)) + " "

    def _always(self, way: Reachable) -> bool:
        return self.view.playbook.calendars[way.calendar].always

    def _with_hours(self, way: Reachable) -> str:
        hours = "" if self._always(way) else f" ({self.link('calendar', way.calendar)})"
        return f"{self.number(way)}{hours}"

    def _otherwise(self, deputy: Role | None) -> str:
        if deputy is None:
            return ""
        numbers = ", ".join(map(self.number, self.view.phone_numbers(deputy)))
        return f"<br>{self.phrase('call_deputy')}: {numbers} {self.link('role', deputy.id)}"

    def channels(self, via: ChannelsBySeverity, matrix: str) -> Markdown:
        """The channels of all severities; where they differ, a line for each severity."""
        if not via.by_severity:
            return self.links("channel", via.everywhere or ())
        return Markdown(
            "<br>".join(
                f"{self.link('severity', severity, matrix)}: {self.links('channel', channels)}"
                for severity, channels in via.by_severity
            )
        )

    def reach(self, role_id: str, via: Iterable[str]) -> Markdown:
        """How a role is reached on the channels of a level, or on any if it names none, and who stands in."""
        role = self.view.playbook.roles[role_id]
        ways = [way for channel in via for way in role.reachable if way.via == channel] or role.reachable
        contacts = ", ".join(f"{self.link('channel', way.via)} {self.number(way)}" for way in ways) or "–"
        deputies = self.links("role", role.deputies, between=" → ")
        return Markdown(f"{self.link('role', role_id)}: {contacts} ({self.phrase('deputies')}: {deputies})")

    def contacts(self, role: Role, between: str) -> Markdown:
        ways = (
            f"{self.contact(way)} ({self.link('channel', way.via)}, {self.link('calendar', way.calendar)})"
            for way in role.reachable
        )
        return Markdown(between.join(ways) or "–")

    def times(self, chain: Chain, level: Level, severity: str) -> Markdown:
        """Acknowledge and escalate, for one cell of the table of times; a dash for a time that never runs."""
        running, cell = self.view.facts.running[chain.id], (level.id, severity)
        acknowledge = level.acknowledge_within if cell in running.acknowledge_within else None
        escalate = level.escalate_after if cell in running.escalate_after else None
        times = (time.at(severity) if time else None for time in (acknowledge, escalate))
        return Markdown(" / ".join(map(self.duration, times)))

    def acknowledged(self, side: Alongside, matrix: SeverityMatrix) -> Markdown:
        """The severities in which a role is alerted alongside, with the time to acknowledge in each."""
        ids = side.severities or tuple(severity.id for severity in matrix.levels)
        within = side.acknowledge_within
        return Markdown(
            "<br>".join(
                f"{self.link('severity', id, matrix.id)}: {self.duration(within.at(id) if within else None)}"
                for id in ids
            )
        )

    def entered(self, chain: Chain, level: Level) -> Markdown:
        """The severities for which a level is alerted at once."""
        ids = [severity for severity in chain.entry if level.id in chain.entry_levels(severity)]
        return self.links("severity", ids, chain.severity_matrix)

    def approval(self, way: Lateral) -> Markdown:
        parts = [self.role(way.approval)]
        if way.approval_within:
            parts.append(self.word("approval_within", within=self.duration(way.approval_within)))
        if way.else_:
            parts.append(self.phrase(f"else_{way.else_}"))
        return Markdown("<br>".join(parts))

    def at_end(self, end: AtEnd) -> Markdown:
        return self.word("at_end", every=self.duration(end.repeat_every), times=end.times or 0)

    def only(self, edge: Inform) -> Markdown:
        """When somebody is told, and in which case."""
        parts = [self.word("during", calendar=self.link("calendar", edge.during))] if edge.during else []
        parts += [self.word("outside", calendar=self.link("calendar", edge.outside))] if edge.outside else []
        parts += [self.cell(edge.condition)] if edge.condition else []
        return Markdown("".join(f"<br>{part}" for part in parts))
