from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.rules.alerted import alerted
from alarmplan.rules.check import Fault, fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix, Situation))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level. A time for all severities is written for those in which it runs.

    That it leads to a level which is never alerted is the finding of that level.
    """
    reached = evidence.facts.reached[chain.id]
    running = evidence.facts.running[chain.id]
    for one in alerted(evidence, chain):
        lost = any(level.id not in reached for level in chain.levels[one.index + 1 : one.index + 2])
        kinds = (
            ("acknowledge_within", one.level.acknowledge_within, running.acknowledge_within),
            ("escalate_after", None if lost else one.level.escalate_after, running.escalate_after),
        )
        idle = [
            (key, severity)
            for key, times, runs in kinds
            for severity, time in (times.by_severity if times else ())
            if severity in chain.entry and time.parts and (one.level.id, severity) not in runs
        ]
        if idle:
            places = [evidence.at(chain, "levels", one.index, key, severity) for key, severity in idle]
            times = ", ".join(f"{key} ({severity})" for key, severity in idle)
            yield fault(places, {"level": one.level.id, "times": times})
