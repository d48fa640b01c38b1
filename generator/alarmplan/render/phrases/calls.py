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

    def call_numbers(self, call: Call) -> Markdown:
        return Markdown("<br>".join(map(self.number, call.numbers)) or "–")

    def call_deputy(self, call: Call) -> Markdown:
        """The first deputy, with the numbers to dial, or that it is the same one."""
        if call.deputy is None:
            return Markdown("–")
        if call.same_number:
            return Markdown(f"{self.link('role', call.deputy.id)}<br>{self.phrase('same_number')}")
        numbers = map(self.contact, self.view.phone_numbers(call.deputy))
        return Markdown("<br>".join([self.link("role", call.deputy.id), *numbers]))

    def call_others(self, call: Call) -> Markdown:
        """The further ways to reach a role, each with its channel, and its hours where they differ."""
        ways = (
            f"{self.link('channel', way.via)}: {self.contact(way)}"
            + ("" if way.calendar == call.calendar else f" ({self.link('calendar', way.calendar)})")
            for way in call.others
        )
        return Markdown("<br>".join(ways) or "–")
