from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.process import Process
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.flow import backwards, reached, ways


@judges(Process, reads=(Process,))
def check(evidence: Evidence, process: Process) -> Iterator[Fault]:
    """One finding for what hangs together: steps that follow a lost one are lost with it."""
    along = ways(process)
    before = backwards(along)
    order = [step.id for step in process.steps]
    found = reached(order[:1], along)
    for step in sorted(order[1:], key=lambda step: bool(before[step])):  # first those that no way leads to at all
        if step not in found:
            found |= reached([step], along)
            place = evidence.at(process, "steps", order.index(step), "id")
            yield Fault(place, {"step": step})
