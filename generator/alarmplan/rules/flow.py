"""The ways through a process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from alarmplan.model.kinds.process import Process, Step

Ways = Mapping[str, Sequence[str]]


def ways(process: Process) -> Ways:
    """For every step those that follow it."""
    found: dict[str, list[str]] = {step.id: [] for step in process.steps}
    for step, way in process.ways():
        found[step.id].append(way.to)
    return found


def backwards(forwards: Ways) -> Ways:
    """For every step those that it follows."""
    found: dict[str, list[str]] = {step: [] for step in forwards}
    for step, following in forwards.items():
        for other in following:
            found[other].append(step)
    return found


def reached(start: Iterable[str], along: Ways) -> set[str]:
    """The steps one may come to, those of the start included."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        step = waiting.pop()
        if step not in found:
            found.add(step)
            waiting.extend(along[step])
    return found


def only_marks_the_end(step: Step, along: Ways) -> bool:
    """Whether nothing is done there, and nothing comes after it."""
    tasks = (step.text, step.checklist, step.templates, step.handover, step.decisions)
    return not along[step.id] and not any(tasks)
