from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.process import Process
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.flow import only_marks_the_end, ways


@judges(Process, reads=(Process,))
def check(evidence: Evidence, process: Process) -> Iterator[Fault]:
    """A package handed over and a message sent are results; a step that merely marks the end has none."""
    along = ways(process)
    for number, step in enumerate(process.steps):
        told = step.result or step.handover or step.templates
        if not told and not only_marks_the_end(step, along):
            yield Fault(evidence.at(process, "steps", number, "id"), {"step": step.id})
