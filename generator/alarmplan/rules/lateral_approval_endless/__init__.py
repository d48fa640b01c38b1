from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.alerted import approved
from alarmplan.rules.check import Fault, judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """Where it does not say either what happens then, another rule asks for both."""
    for place, params, lateral in approved(evidence, chain):
        if lateral.else_ is not None and lateral.approval_within is None:
            yield Fault(place, params)
