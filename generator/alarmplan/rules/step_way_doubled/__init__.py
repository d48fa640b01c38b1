from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.process import Process, Way
from alarmplan.rules.check import judges


@judges(Process)
def check(evidence: Evidence, process: Process) -> Iterator[Finding]:
    """One way without a case is “otherwise”; several ways to one step in different cases are nothing but clear."""
    for number, step in enumerate(process.steps):
        cases: dict[tuple[str, ...], list[int]] = {}
        for index, way in enumerate(step.next):
            cases.setdefault(_case(way), []).append(index)
        for same in cases.values():
            if len(same) > 1:
                steps = ", ".join(dict.fromkeys(step.next[index].to for index in same))
                first, second = (evidence.at(process, "steps", number, "next", index, "to") for index in same[:2])
                yield Finding("step-way-doubled", second, {"step": step.id, "steps": steps}, (first,))


def _case(way: Way) -> tuple[str, ...]:
    return tuple(" ".join(text.casefold().split()) for text in way.when.all()) if way.when else ()
