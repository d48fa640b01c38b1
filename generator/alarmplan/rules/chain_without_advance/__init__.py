from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import judges


@judges(Chain)
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """A single level has nowhere to move on to."""
    if chain.advance is None and len(chain.levels) > 1:
        yield Finding("chain-without-advance", evidence.at(chain, "id"), {"chain": chain.id})
