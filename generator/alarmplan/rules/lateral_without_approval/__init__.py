from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.alerted import lacking
from alarmplan.rules.check import Fault, judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    for place, params in lacking(evidence, chain, "lateral", "approval"):
        yield Fault(place, params)
