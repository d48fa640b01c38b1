"""What pages say about triggers, calendars, and where things are used."""

from __future__ import annotations

from alarmplan.model.kinds.catalogues import HardTrigger
from alarmplan.model.kinds.organisation import Calendar, CalendarException
from alarmplan.model.playbook import Key
from alarmplan.render import markdown
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People


class Catalogues(People):
    """Entries of catalogues."""

    __slots__ = ()

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
        """Where a thing of a catalogue is used, folded: who acts does not need it."""
        users: dict[Key, list[str]] = {}
        for use in self.view.facts.uses.get(Key(kind, id), ()):
            users.setdefault(use.user, []).append(self.view.use(use))
        lines = (
            f"<li>{self.link_html(user)} ({markdown.escape(', '.join(dict.fromkeys(places)))})</li>"
            for user, places in users.items()
        )
        listed = "".join(lines)
        if not listed:
            return Markdown("")
        return Markdown(
            f'<details class="ap-used"><summary>{self.phrase("used_in")}</summary><ul>{listed}</ul></details>'
        )

    def hours(self, calendar: Calendar) -> Markdown:
        lines = (
            [self.phrase("always")]
            if calendar.always
            else [markdown.escape(self.view.hours(hours)) for hours in calendar.hours]
        )
        if calendar.zone:
            lines.append(self.word("in_zone", zone=calendar.zone))
        if calendar.union:
            lines.append(Markdown(f"{self.phrase('union')}: {self.links('calendar', calendar.union)}"))
        if calendar.holidays:
            lines.append(self.word("holidays", region=calendar.holidays))
        for exception in calendar.exceptions:
            open_ = self._exceptional(exception)
            title = f" ({self.label(exception.title)})" if exception.title else ""
            day = markdown.escape(self._exception_day(exception.date))  # “24.” would begin a numbered list
            lines.append(Markdown(f"{day}: {open_}{title}"))
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
