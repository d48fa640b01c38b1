from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.process import Process
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.flow import only_marks_the_end, ways


@judges(Process, reads=(Process,))
def check(evidence: Evidence, process: Process) -> Iterator[Fault]:
    """A last step that says nothing to do merely marks the end."""
    along = ways(process)
    for number, step in enumerate(process.steps):
        if step.doer is None and not only_marks_the_end(step, along):
            yield Fault(evidence.at(process, "steps", number, "id"), {"step": step.id})
