"""What templates say about chains, roles and messages: small phrases made of several facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as escape_html

from alarmplan.model.by_severity import ChannelsBySeverity
from alarmplan.model.deadline import MOMENTS, Deadline
from alarmplan.model.duration import Duration
from alarmplan.model.facts import Holder, PlannedMessage
from alarmplan.model.kinds.catalogues import HardTrigger
from alarmplan.model.kinds.chain import Alongside, AtEnd, Chain, Inform, Lateral, Level
from alarmplan.model.kinds.organisation import Calendar, CalendarException, OpenHours
from alarmplan.model.kinds.role import LimitedDecision, Role, Rota
from alarmplan.model.kinds.severity_matrix import SeverityMatrix, UpdatePhase
from alarmplan.model.message import split_message
from alarmplan.model.playbook import Key
from alarmplan.model.text import Text
from alarmplan.render import markdown
from alarmplan.render.context import OnPage
from alarmplan.render.markdown import Markdown

Interval = tuple[Duration, Duration | str | None]  # how often, and until when or in which status


class Phrases(OnPage):
    """Everything a template may say on one page."""

    __slots__ = ()

    def role(self, id: str | None) -> Markdown:
        """A role; the word for none, or a dash where nothing is said."""
        if id is None:
            return Markdown("–")
        return self.phrase("none") if id == "none" else self.link("role", id)

    # Chains

    def entry(self, chain: Chain, severity: str) -> Sequence[Markdown]:
        """Who is alerted at once: a line a role, the number to call first."""
        entered = chain.entry_levels(severity)
        roles = [role for level in chain.levels if level.id in entered for role in level.roles]
        return [self._number_first(role) for role in dict.fromkeys(roles)] or [self.phrase("nobody")]

    def _number_first(self, role_id: str) -> Markdown:
        number = self.view.phone_number(self.view.playbook.roles[role_id])
        called = f"**{self.phone(number)}** " if number else ""
        return Markdown(f"{called}{self.link('role', role_id)}")

    def doer(self, id: str | None) -> Markdown:
        """A role, or whoever owns the incident."""
        return self.phrase("owner_now") if id == "owner" else self.role(id)

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
        contacts = (
            ", ".join(f"{self.link('channel', way.via)} **{self.phone(way.contact)}**" for way in ways) or "–"
        )
        deputies = self.links("role", role.deputies, between=" → ")
        return Markdown(f"{self.link('role', role_id)}: {contacts} ({self.phrase('deputies')}: {deputies})")

    def contacts(self, role: Role, between: str) -> Markdown:
        ways = (
            f"{self.phone(way.contact)} ({self.link('channel', way.via)}, {self.link('calendar', way.calendar)})"
            for way in role.reachable
        )
        return Markdown(between.join(ways) or "–")

    def times(self, level: Level, severity: str) -> Markdown:
        """Acknowledge and escalate, for one cell of the table of times."""
        acknowledge = level.acknowledge_within.at(severity) if level.acknowledge_within else None
        escalate = level.escalate_after.at(severity) if level.escalate_after else None
        return Markdown(f"{self.duration(acknowledge)} / {self.duration(escalate)}")

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

    def severities(self, ids: Iterable[str], matrix: str) -> Markdown:
        """The severities named; the word for all where none is."""
        named = tuple(ids)
        return self.links("severity", named, matrix) if named else self.phrase("all")

    def approval(self, way: Lateral) -> Markdown:
        parts = [self.role(way.approval)]
        if way.approval_within:
            parts.append(self.word("approval_within", within=self.duration(way.approval_within)))
        if way.else_:
            parts.append(self.phrase(f"else_{way.else_}"))
        return Markdown("<br>".join(parts))

    def at_end(self, end: AtEnd) -> Markdown:
        return self.word("at_end", every=self.duration(end.repeat_every), times=end.times or 0)

    def deadline(self, deadline: Deadline | Inform) -> Markdown:
        calendar = deadline.calendar if isinstance(deadline, Deadline) else None
        clock = f" ({self.link('calendar', calendar)})" if calendar else ""
        if isinstance(deadline, Deadline) and deadline.before:
            return Markdown(f"{self.duration(deadline.before)} {self._moment('before', deadline.from_)}{clock}")
        return Markdown(f"{self.duration(deadline.within)} {self._moment('from', deadline.from_)}{clock}")

    def _moment(self, side: str, moment: str) -> Markdown:
        if moment in MOMENTS:
            return self.phrase(f"{side}_{moment}")
        return self.word(f"{side}_own", moment=self.link("moment", moment))

    def only(self, edge: Inform) -> Markdown:
        """When somebody is told, and in which case."""
        parts = [self.word("during", calendar=self.link("calendar", edge.during))] if edge.during else []
        parts += [self.word("outside", calendar=self.link("calendar", edge.outside))] if edge.outside else []
        parts += [self.cell(edge.condition)] if edge.condition else []
        return Markdown("".join(f"<br>{part}" for part in parts))

    # Messages

    def phases(self, matrix: str, phases: Iterable[UpdatePhase]) -> Markdown:
        pairs = ((phase.every, phase.until or phase.while_) for phase in phases)
        return self._intervals(matrix, pairs)

    def when(self, row: PlannedMessage) -> Markdown:
        match row.moment:
            case "initial":
                return self.word("within", within=self.duration(row.due))
            case "first":
                every = self.duration(row.every[0][0]) if row.every else Markdown("–")
                return self.word("after_initial", every=every)
            case "regular":
                return self._intervals(row.matrix, row.every)
        return self.phrase("when_solved")

    def _intervals(self, matrix: str, phases: Iterable[Interval]) -> Markdown:
        return Markdown("<br>".join(self._interval(matrix, every, end) for every, end in phases) or "–")

    def _interval(self, matrix: str, every: Duration, end: Duration | str | None) -> str:
        each = self.duration(every)
        if end is None:
            return self.word("every", every=each)
        if isinstance(end, str):
            status = markdown.escape(self.view.title(Key("status", end, matrix)))
            return self.word("every_while", every=each, status=status)
        return self.word("every_until", every=each, until=self.duration(end))

    def message(self, text: Text) -> Markdown:
        """A message to copy, as it is sent; what has to be filled in is marked."""
        pieces = (
            f"<mark>{{{escape_html(piece)}}}</mark>" if is_field else escape_html(piece)
            for piece, is_field in split_message(self.view.say(text))
        )
        return Markdown(f'<pre class="ap-message"><code>{"".join(pieces)}</code></pre>')

    # Roles and mandates

    def holders(self, holders: Iterable[Holder], joint: bool | None = None) -> Markdown:
        """Who may take a decision; only alone or only jointly where `joint` says so."""
        chosen = [holder for holder in holders if joint is None or bool(holder.with_) is joint]
        return Markdown("<br>".join(self._holder(holder) for holder in chosen) or "–")

    def _holder(self, holder: Holder) -> str:
        notes = [self._together(holder)] if holder.with_ else []
        if holder.matrix:
            notes.append(self._limit(holder.matrix, holder.severities))
        return self.link("role", holder.role) + (f" ({'; '.join(notes)})" if notes else "")

    def _together(self, holder: Holder) -> str:
        return f"{self.phrase('with')} {self.links('role', holder.with_)}"

    def _limit(self, matrix: str, severities: Iterable[str]) -> Markdown:
        return self.word("may_limited", severities=self.links("severity", severities, matrix))

    def limits(self, role: Role) -> Markdown:
        """The decisions that a role may take in some severities only."""
        return Markdown(
            "<br>".join(
                f"{self.link('decision', limit.decision)}: {self._holder_limit(limit)}"
                for limit in role.mandate.limited
            )
            or "–"
        )

    def _holder_limit(self, limit: LimitedDecision) -> str:
        together = f", {self.phrase('with')} {self.links('role', limit.with_)}" if limit.with_ else ""
        return f"{self._limit(limit.severity_matrix, limit.severities)}{together}"

    def may(self, role: Role, decision: str) -> Markdown:
        """A cell of the matrix of decisions and roles: in words, since colour and signs are not read aloud."""
        if decision in role.mandate.alone:
            return self.phrase("may_alone")
        if any(joint.decision == decision for joint in role.mandate.jointly):
            return self.phrase("may_jointly")
        for limit in role.mandate.limited:
            if limit.decision == decision:
                return self._limit(limit.severity_matrix, limit.severities)
        return Markdown("–")

    def rota(self, rota: Rota) -> Markdown:
        people = self.word("rota_people", people=rota.people) if rota.people else Markdown("")
        if not rota.schedule:
            return people
        return Markdown(f"{people} [{self.phrase('rota_schedule')}]({markdown.url(rota.schedule)})")

    # Catalogues

    def measure(self, trigger: HardTrigger) -> Markdown:
        """`measure: at least threshold, within window, per incident`."""
        parts = [self.label(trigger.measure) if trigger.measure else Markdown("–")]
        if trigger.threshold:
            comparison = self.phrase(f"comparison_{trigger.comparison}") if trigger.comparison else ""
            parts.append(Markdown(f"**{comparison} {self.label(trigger.threshold)}**"))
        if trigger.window and not trigger.window.is_none:
            parts.append(self.word("in_window", window=self.duration(trigger.window)))
        if trigger.scope:
            parts.append(self.phrase(f"scope_{trigger.scope}"))
        if trigger.reset_by_progress:
            parts.append(self.phrase("reset_by_progress"))
        return Markdown(f"{parts[0]}: {', '.join(parts[1:])}" if parts[1:] else parts[0])

    def used(self, kind: str, id: str) -> Markdown:
        """Where a thing of a catalogue is used."""
        users: dict[Key, list[str]] = {}
        for use in self.view.facts.uses.get(Key(kind, id), ()):
            users.setdefault(use.user, []).append(self.view.use(use))
        lines = (
            f"{self.link(user.kind, user.id)} ({markdown.escape(', '.join(dict.fromkeys(places)))})"
            for user, places in users.items()
        )
        listed = "; ".join(lines)
        return Markdown(f"<small>{self.phrase('used_in')}: {listed}</small>") if listed else Markdown("")

    def hours(self, calendar: Calendar) -> Markdown:
        lines = [self.phrase("always")] if calendar.always else [self._hours(hours) for hours in calendar.hours]
        if calendar.zone:
            lines.append(self.word("in_zone", zone=calendar.zone))
        if calendar.union:
            lines.append(Markdown(f"{self.phrase('union')}: {self.links('calendar', calendar.union)}"))
        if calendar.holidays:
            lines.append(self.word("holidays", region=calendar.holidays))
        for exception in calendar.exceptions:
            hours = self._exceptional(exception)
            title = f" ({self.label(exception.title)})" if exception.title else ""
            day = markdown.escape(self._exception_day(exception.date))  # “24.” would begin a numbered list
            lines.append(Markdown(f"{day}: {hours}{title}"))
        return Markdown("\n".join(f"* {line}" for line in lines))

    def _exceptional(self, exception: CalendarException) -> Markdown:
        if exception.closed:
            return self.phrase("closed")
        if exception.closes_at:
            return self.word("closes_at", time=exception.closes_at)
        return markdown.escape(f"{exception.from_}–{exception.to}")

    def _exception_day(self, date: str) -> str:
        if len(date) == 10:
            return self.view.day(date)
        month, day = date.split("-")
        return self.view.words["day_and_month"].format(day=int(day), month=self.view.words.months[int(month) - 1])

    def _hours(self, hours: OpenHours) -> Markdown:
        days = ", ".join(self.view.words[f"day_{day}"] for day in hours.days)
        return markdown.escape(f"{days}: {hours.from_}–{hours.to}")
