"""What pages say about whom to call."""

from __future__ import annotations

from alarmplan.render.calls import Call
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People


class Calls(People):
    """Numbers to dial."""

    __slots__ = ()

    def answered(self, calendar: str | None) -> Markdown:
        """When the numbers of a group are answered, as its heading."""
        if calendar is None:
            return self.phrase("calls_without")
        return self.word("calls_answered", calendar=self.link("calendar", calendar))

    def number(self, call: Call) -> Markdown:
        return Markdown(f"**{self.phone(call.number.contact)}**" if call.number else "–")

    def deputy(self, call: Call) -> Markdown:
        """The first deputy, with the number to dial."""
        if call.deputy is None:
            return Markdown("–")
        number = self.view.phone(call.deputy)
        dialled = f"<br>{self.phone(number.contact)}" if number else ""
        return Markdown(f"{self.link('role', call.deputy.id)}{dialled}")

    def others(self, call: Call) -> Markdown:
        """The further ways to reach a role, each with its channel, and its hours where they differ."""
        usual = call.number.calendar if call.number else None
        ways = (
            f"{self.link('channel', way.via)}: {self.phone(way.contact)}"
            + ("" if way.calendar == usual else f" ({self.link('calendar', way.calendar)})")
            for way in call.others
        )
        return Markdown("<br>".join(ways) or "–")
