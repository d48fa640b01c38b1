from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alarmplan.model.by_severity import DurationBySeverity
from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import Alerted, alerted, leading, ranked
from alarmplan.rules.check import judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding per level and kind of time. A time that does not run harms nobody."""
    ranks = {severity.id: severity.rank for severity in ranked(evidence, chain)}
    for one in alerted(evidence, chain):
        yield from _found(evidence, chain, one, ranks, "acknowledge_within", one.level.acknowledge_within)
    for one in leading(evidence, chain):
        yield from _found(evidence, chain, one, ranks, "escalate_after", one.level.escalate_after)


def _found(
    evidence: Evidence,
    chain: Chain,
    one: Alerted,
    ranks: Mapping[str, int],
    key: str,
    times: DurationBySeverity | None,
) -> Iterator[Finding]:
    cases = list(_cases(times, one.severities, ranks)) if times else []
    if times and cases:
        said = (f"{worse}: {longer.raw} > {milder}: {shorter.raw}" for worse, longer, milder, shorter in cases)
        worse, _, milder, _ = cases[0]
        place, related = (evidence.at(chain, "levels", one.index, key, severity) for severity in (worse, milder))
        yield Finding("escalate-less-strict", place, {"level": one.level.id, "cases": ", ".join(said)}, (related,))


def _cases(
    times: DurationBySeverity, severities: Sequence[str], ranks: Mapping[str, int]
) -> Iterator[tuple[str, Duration, str, Duration]]:
    """For each severity the next milder one that has a shorter time."""
    known = [(severity, time) for severity in severities if (time := times.at(severity))]
    for index, (worse, longer) in enumerate(known):
        for milder, shorter in known[index + 1 :]:
            if ranks[milder] > ranks[worse] and longer.comparable(shorter) and longer.minutes > shorter.minutes:
                yield worse, longer, milder, shorter
                break
