from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.rules.check import judges


@judges(Chain, reads=(Role,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    for index, (before, level) in enumerate(pairwise(chain.levels), start=1):
        already = {seat for role in before.roles for seat in evidence.facts.persons[role]}
        if already.issuperset(level.roles):
            params = {"level": level.id, "before": before.id, "roles": ", ".join(level.roles)}
            related = evidence.at(chain, "levels", index - 1, "roles")
            yield Finding("level-same-person", evidence.at(chain, "levels", index, "roles"), params, (related,))
