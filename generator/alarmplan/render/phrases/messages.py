"""What pages say about messages, and when they are sent."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as escape_html

from alarmplan.model.duration import Duration
from alarmplan.model.facts import PlannedMessage
from alarmplan.model.kinds.severity_matrix import UpdatePhase
from alarmplan.model.message import split_message
from alarmplan.model.playbook import Key
from alarmplan.model.text import Text
from alarmplan.render import markdown
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People

Interval = tuple[Duration, Duration | str | None]  # how often, and until when or in which status


class Messages(People):
    """Messages and their intervals."""

    __slots__ = ()

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
            for piece, is_field in split_message(self.view.as_written(text))
        )
        return Markdown(f'<pre class="ap-message"><code>{"".join(pieces)}</code></pre>')
