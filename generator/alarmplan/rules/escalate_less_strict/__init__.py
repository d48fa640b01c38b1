from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.model.by_severity import DurationBySeverity
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import Alerted, alerted, leading, ranks_of, swapped
from alarmplan.rules.check import judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding per level and kind of time. A time that does not run harms nobody."""
    ranks = ranks_of(evidence, chain)
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
    if cases := list(swapped(times, one.severities, ranks)):
        said = (f"{worse}: {longer.raw} > {milder}: {shorter.raw}" for worse, longer, milder, shorter in cases)
        worse, longer, milder, shorter = cases[0]
        params = {
            "level": one.level.id,
            "cases": ", ".join(said),
            "key": key,
            "severity": worse,
            "value": longer.raw,
            "milder": milder,
            "shorter": shorter.raw,
        }
        place, related = (evidence.at(chain, "levels", one.index, key, severity) for severity in (worse, milder))
        yield Finding("escalate-less-strict", place, params, (related,))
