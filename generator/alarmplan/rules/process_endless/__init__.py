from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.process import Process
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.flow import backwards, reached, ways


@judges(Process, reads=(Process,))
def check(evidence: Evidence, process: Process) -> Iterator[Fault]:
    """Told at the last step of those that go round; steps that nobody reaches are another matter."""
    along = ways(process)
    ends = [step.id for step in process.steps if step.ends or not along[step.id]]
    saved = reached(ends, backwards(along))
    visited = reached([process.steps[0].id], along)
    lost = [number for number, step in enumerate(process.steps) if step.id in visited - saved]
    if lost:
        params = {"steps": ", ".join(process.steps[number].id for number in lost)}
        yield Fault(evidence.at(process, "steps", lost[-1], "id"), params)
