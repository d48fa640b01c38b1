from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.rules.check import judges


@judges(Chain, reads=(Chain,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """A way without “from” is open to every level; if there is but one, it is meant."""
    roles = {level.id: level.roles for level in chain.levels}
    for index, lateral in enumerate(chain.lateral):
        levels = lateral.from_ or (tuple(roles) if len(roles) == 1 else ())
        if own := [level for level in levels if lateral.to in roles[level]]:
            params = {"role": lateral.to, "levels": ", ".join(own)}
            yield Finding("lateral-into-itself", evidence.at(chain, "lateral", index, "to"), params)
