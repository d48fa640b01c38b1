from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Mandate, Role
from alarmplan.rules.check import judges

_SHOWN = 5  # further places of one finding


@judges(Chain, reads=(Decisions, Role))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """Whoever sits on several seats decides with the mandate of each; what a supplier may do, it knows itself."""
    if not evidence.playbook.decisions:
        return
    last = chain.levels[-1]
    roles = evidence.playbook.roles
    called = {one: roles[one] for id in last.roles for one in (id, *roles[id].deputies)}
    seats = sorted({seat for id in called for seat in evidence.facts.persons[id]})
    if not any(roles[seat].external or _decides(roles[seat].mandate, last.roles) for seat in seats):
        params = {"level": last.id, "roles": ", ".join(called)}
        place = evidence.at(chain, "levels", len(chain.levels) - 1, "roles")
        related = tuple(evidence.at(role, "id") for role in called.values())
        yield Finding("chain-end-powerless", place, params, related[:_SHOWN])


def _decides(mandate: Mandate, together: Sequence[str]) -> bool:
    """Alone, or with those who are alerted as well."""
    partners = (*(limit.with_ for limit in mandate.limited), *(joint.with_ for joint in mandate.jointly))
    return bool(mandate.alone) or any(set(with_) <= set(together) for with_ in partners)
