from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import levels


@judges(Chain, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level that has less than one below it; of levels in between that say nothing none."""
    steps = levels(evidence, chain)
    largest: dict[str, tuple[int, Role]] = {}
    for index, level in steps:
        own = _budgets(evidence, level)
        last = level is steps[-1][1]
        for currency, (amount, holder) in largest.items():
            here = own[currency][0] if currency in own else None if own or not last else 0
            if here is not None and here < amount:
                params = {
                    "level": level.id,
                    "budget": f"{here} {currency}",
                    "role": holder.id,
                    "larger": f"{amount} {currency}",
                }
                related = [evidence.at(holder, "mandate", "budget")]
                if currency in own:
                    related.append(evidence.at(own[currency][1], "mandate", "budget"))
                yield Fault(evidence.at(chain, "levels", index, "id"), params, related)
        for currency, budget in own.items():
            largest[currency] = max(largest.get(currency, budget), budget, key=lambda one: one[0])


def _budgets(evidence: Evidence, level: Level) -> Mapping[str, tuple[int, Role]]:
    """The largest budget of a level in each currency, and whose it is: those alerted bring that of every seat."""
    persons, roles = evidence.facts.persons, evidence.playbook.roles
    found: dict[str, tuple[int, Role]] = {}
    for role in (roles[seat] for id in level.roles for seat in (id, *sorted(persons[id]))):
        if budget := role.mandate.budget:
            known = found.get(budget.currency)
            if known is None or budget.amount > known[0]:
                found[budget.currency] = (budget.amount, role)
    return found
