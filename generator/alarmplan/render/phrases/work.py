"""What pages say about situations, processes and services."""

from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.kinds.process import Process, Step
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import Grid, SeverityMatrix
from alarmplan.model.kinds.situation import Action, Event
from alarmplan.model.playbook import Key
from alarmplan.render import addresses, markdown
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People


class Work(People):
    """What is done in a situation, in a process, for a service."""

    __slots__ = ()

    def named(self, kind: str, id: str, scope: str = "") -> Markdown:
        """What a thing is called, where a link would only distract."""
        return markdown.escape(self.view.title(Key(kind, id, scope)))

    def action(self, action: Action) -> Markdown:
        """Who, until when, what; then with which list and in which words."""
        doer = self.doer(action.doer)
        who = [f"**{doer[0].upper()}{doer[1:]}**"] if action.doer else []
        until = [f"**{self.word('until', within=self.duration(action.within))}**"] if action.within else []
        lead = f"{', '.join([*who, *until])}: " if who or until else ""
        return Markdown("<br>".join([f"{lead}{self.cell(action.text)}", *self._tools(action)]))

    def _tools(self, action: Action) -> Iterator[str]:
        if action.checklist:
            yield f"{self.phrase('checklist')}: {self.link('checklist', action.checklist)}"
        if action.template:
            yield f"{self.phrase('template')}: {self.link('template', action.template)}"

    def event(self, event: Event, chain: str) -> Markdown:
        """When, who and what; who took over; which message went out."""
        who = f" · {self.role(event.by)}" if event.by else ""
        parts = [f"**{self.duration(event.at)}**{who}: {self.cell(event.text)}"]
        if event.level:
            parts.append(self.word("took_over", level=self.link("level", event.level, chain)))
        if event.template:
            parts.append(self.word("sent", template=self.link("template", event.template)))
        return Markdown("<br>".join(parts))

    def step_heading(self, number: int, step: Step) -> Markdown:
        return Markdown(f"## {number}. {self.label(step.title)} {{ #{step.id} }}")

    def by_whom(self, step: Step) -> Markdown:
        """Who does it, with whom, until when."""
        parts = [f"{self.phrase('who')}: **{self.doer(step.doer)}**"] if step.doer else []
        if step.with_:
            parts.append(f"{self.phrase('with')} {self.links('role', step.with_)}")
        if step.within:
            parts.append(self.word("within", within=self.duration(step.within)))
        return Markdown(" · ".join(parts))

    def ways(self, process: Process, step: Step) -> Iterator[Markdown]:
        """Where it goes on, and in which case."""
        numbers = {one.id: number for number, one in enumerate(process.steps, 1)}
        for way in (way for source, way in process.ways() if source is step):
            case = f": {self.label(way.when)}" if way.when else ""
            link = Markdown(f"{numbers[way.to]}. {self.link('step', way.to, process.id)}")
            yield Markdown(f"{self.word('goes_on', step=link)}{case}")

    def promise(self, service: Service) -> Markdown:
        """The strictest one: times in short and the clock in which they run, as a link to all that is promised."""
        promise = self.view.facts.strictest.get(service.id)
        if promise is None:
            return Markdown("–")
        commitment, times = promise.commitment, promise.times
        clock = [self.named("calendar", commitment.calendar)] if commitment.calendar else []
        reaction = f"{self.duration(times.first_response)} / {self.duration(times.solution)}"
        said = Markdown(", ".join([reaction, *clock, self.phrase(f"binding_{times.binding}")]))
        return self.to(addresses.address(Key("commitment", commitment.id, service.id)) or "", said)

    def grid(self, matrix: SeverityMatrix, grid: Grid) -> Markdown:
        """A table of HTML, since it has headings on both sides."""
        impact, urgency = self.phrase("impact"), self.phrase("urgency")
        columns = "".join(f'<th scope="col">{self.label(mark.title)}</th>' for mark in grid.urgency)
        rows = "".join(
            f'<tr><th scope="row">{self.label(mark.title)}</th>{self._cells(matrix, grid, mark.id)}</tr>'
            for mark in grid.impact
        )
        return Markdown(
            f'<table class="ap-grid"><thead><tr><th scope="col" rowspan="2">{impact}</th>'
            f'<th scope="colgroup" colspan="{len(grid.urgency)}">{urgency}</th></tr><tr>{columns}</tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )

    def _cells(self, matrix: SeverityMatrix, grid: Grid, impact: str) -> str:
        ids = (grid.severities.get(impact, {}).get(mark.id) for mark in grid.urgency)
        return "".join(f"<td>{self._severity(matrix, id) if id else '–'}</td>" for id in ids)

    def _severity(self, matrix: SeverityMatrix, id: str) -> str:
        """A link within the page of the matrix, which has an anchor for each of its severities."""
        title = self.view.short_title(Key("severity", id, matrix.id))
        return f'<a href="#{id}">{markdown.escape(title)}</a>'
