from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One of several who need not all answer may be called again: from now on it is theirs."""
    for index, (before, level) in enumerate(pairwise(chain.levels), start=1):
        already, now = _seats(evidence, before.roles), _seats(evidence, level.roles)
        same = now <= already if before.answer == "all" else now == already
        if same and _follows(evidence, chain, before, level):
            params = {"level": level.id, "before": before.id, "roles": ", ".join(level.roles)}
            related = evidence.at(chain, "levels", index - 1, "roles")
            yield Fault(evidence.at(chain, "levels", index, "roles"), params, (related,))


def _seats(evidence: Evidence, roles: Sequence[str]) -> set[str]:
    """All seats of those who sit on these."""
    return {seat for role in roles for seat in evidence.facts.persons[role]}


def _follows(evidence: Evidence, chain: Chain, before: Level, level: Level) -> bool:
    """Whether one case may call both: in the same severity, or on a trigger."""
    reached = evidence.facts.reached[chain.id]
    return bool(level.triggers or set(reached.get(before.id, ())) & set(reached.get(level.id, ())))
