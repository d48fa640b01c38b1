"""A process as a drawing: steps from top to bottom, ways that skip steps or lead back in lanes beside them.

The same stands as a list on the page of the process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from alarmplan.model.kinds.process import Process, Step
from alarmplan.model.playbook import Key
from alarmplan.model.text import Text
from alarmplan.render.drawing import LEFT, LINE, STEM, WIDTH, Line, arrow_down, box, drawing, fitted, written
from alarmplan.render.markdown import Markdown
from alarmplan.render.view import View

_LANE = 15  # from one lane to the next
_NARROWEST = 180  # box, whatever the number of lanes


@dataclass(frozen=True, slots=True)
class Jump:
    """A way to another step than the next one; steps are counted from 0."""

    source: int
    target: int
    when: Text | None

    @property
    def top(self) -> int:
        return min(2 * self.source + 1, 2 * self.target)

    @property
    def bottom(self) -> int:
        return max(2 * self.source + 1, 2 * self.target)

    @property
    def back(self) -> bool:
        return self.target <= self.source

    def meets(self, other: Jump) -> bool:
        """Whether the two run past the same place. A jump leaves beneath a box and arrives at the side of one."""
        return self.top <= other.bottom and other.top <= self.bottom


def draw_process(view: View, process: Process) -> Markdown:
    flow = _Flow(view, process)
    title = f"{view.words['process_drawn']}: {view.say(process.title)}"
    return drawing(f"process-{process.id}", title, flow.width, flow.height, flow.parts)


class _Flow:
    """Draws boxes and what leaves them, from top to bottom, then the lanes, once all places are known."""

    def __init__(self, view: View, process: Process) -> None:
        self._view = view
        self._jumps, self._straight = _sorted_ways(process)
        self._lanes = lanes(self._jumps)
        beside = 10 + _LANE * (max(self._lanes.values()) + 1) if self._lanes else 0
        self._box = max(_NARROWEST, WIDTH - 2 * LEFT - beside)
        self.width = LEFT + self._box + beside + LEFT
        self.parts: list[str] = []
        leaving: dict[Jump, int] = {}
        arriving: dict[Jump, int] = {}
        top = 4
        for number, step in enumerate(process.steps):
            arriving |= self._arrivals(number, top)
            bottom = self._step(number, step, top)
            top = self._gap(number, bottom, leaving)
        for jump in self._jumps:
            self.parts.append(self._lane(self._lanes[jump], leaving[jump], arriving[jump]))
        self.height = top + 6

    def _step(self, number: int, step: Step, top: int) -> int:
        width = self._box - 20
        lines = fitted(f"{number + 1}. {self._view.say(step.title)}", "ap-strong", width)
        if step.doer:
            lines += fitted(self._doer(step.doer), "ap-text", width)
        if step.within:
            within = self._view.words["until"].format(within=self._view.duration(step.within))
            lines += fitted(within, "ap-small", width)
        if step.ends:
            lines += fitted(self._view.words["may_end"], "ap-small", width)
        arrivals = sum(jump.target == number for jump in self._jumps)
        height = 12 + LINE * max(len(lines), arrivals)
        self.parts.append(box(lines, top, self._box, height))
        return top + height

    def _doer(self, doer: str) -> str:
        return self._view.words["owner_now"] if doer == "owner" else self._view.title(Key("role", doer))

    def _arrivals(self, number: int, top: int) -> Iterator[tuple[Jump, int]]:
        """The heights at which jumps reach a box, in an order in which they do not cross one another."""

        def inner_first_from_above(jump: Jump) -> tuple[bool, int]:
            return jump.back, -self._lanes[jump] if jump.back else self._lanes[jump]

        here = sorted((jump for jump in self._jumps if jump.target == number), key=inner_first_from_above)
        return ((jump, top + 14 + LINE * place) for place, jump in enumerate(here))

    def _gap(self, number: int, top: int, leaving: dict[Jump, int]) -> int:
        """What leaves a step: jumps, each with its case above its line, and the arrow to the next step."""
        y = top
        for jump in (jump for jump in self._jumps if jump.source == number):
            lines = self._case(jump.when, f"→ {jump.target + 1}")
            self.parts.append(written(lines, STEM + 14, y + 4))
            y += 12 + LINE * len(lines)
            leaving[jump] = y
        straight = self._straight.get(number)
        if straight is None:
            if y > top:
                self.parts.append(f'<path class="ap-line" d="M{STEM} {top}V{y}"/>')
                y += 14
            return y
        lines = [line for when in straight for line in self._case(when)]
        bottom = y + 16 + LINE * max(1, len(lines))
        self.parts += [arrow_down(top, bottom), written(lines, STEM + 14, y + 4)]
        return bottom

    def _case(self, when: Text | None, target: str = "") -> list[Line]:
        """In which case a way is taken, and where it leads unless that is the next step."""
        text = f"{self._view.say(when) if when else ''} {target}".strip()
        return fitted(text, "ap-small", self._box - STEM - 10)

    def _lane(self, lane: int, leaves: int, arrives: int) -> str:
        """From the stem to the lane, along it, and to the side of the box where it arrives."""
        side = LEFT + self._box
        x = side + 10 + _LANE * lane + 6
        return (
            f'<path class="ap-line" d="M{STEM} {leaves}H{x}V{arrives}H{side + 7}"/>'
            f'<path class="ap-head" d="M{side + 8} {arrives - 5}V{arrives + 5}L{side} {arrives}Z"/>'
        )


def _sorted_ways(process: Process) -> tuple[list[Jump], Mapping[int, list[Text | None]]]:
    """Ways to other steps than the next one, and the cases of those to the next, by the step they leave."""
    numbers = {step.id: number for number, step in enumerate(process.steps)}
    jumps: list[Jump] = []
    straight: dict[int, list[Text | None]] = {}
    for step, way in process.ways():
        jump = Jump(numbers[step.id], numbers[way.to], way.when)
        if jump.target == jump.source + 1:
            straight.setdefault(jump.source, []).append(way.when)
        else:
            jumps.append(jump)
    return list(dict.fromkeys(jumps)), straight


def lanes(jumps: Iterable[Jump]) -> Mapping[Jump, int]:
    """A lane for each jump, 0 beside the boxes: short ones inside, and none where another one runs."""
    found: dict[Jump, int] = {}
    for jump in sorted(jumps, key=lambda jump: abs(jump.target - jump.source)):
        taken = {lane for other, lane in found.items() if jump.meets(other)}
        found[jump] = next(lane for lane in count() if lane not in taken)
    return found
