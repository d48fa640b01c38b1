from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import Alerted, alerted, leading, swapped
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level and kind of time. A time that does not run harms nobody."""
    for one in alerted(evidence, chain):
        yield from _found(evidence, chain, one, "acknowledge_within")
    for one in leading(evidence, chain):
        yield from _found(evidence, chain, one, "escalate_after")


def _found(
    evidence: Evidence, chain: Chain, one: Alerted, key: Literal["acknowledge_within", "escalate_after"]
) -> Iterator[Fault]:
    if cases := list(swapped(evidence, chain, one, key)):
        said = (
            f"{worse.severity}: {worse.duration.raw} > {milder.severity}: {milder.duration.raw}"
            for worse, milder in cases
        )
        worse, milder = cases[0]
        params = {
            "level": one.level.id,
            "cases": ", ".join(said),
            "key": key,
            "severity": worse.severity,
            "value": worse.duration.raw,
            "milder": milder.severity,
            "shorter": milder.duration.raw,
        }
        place, related = (evidence.at(chain, *time.route) for time in cases[0])
        yield Fault(place, params, (related,))
