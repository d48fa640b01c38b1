from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Mandate, Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import ranked
from alarmplan.rules.check import judges

_SHOWN = 5  # further places of one finding


@judges(Chain, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """Whoever sits on several seats decides with the mandate of each; what a supplier may do, it knows itself."""
    if not evidence.playbook.decisions:
        return
    last = chain.levels[-1]
    roles = evidence.playbook.roles
    called = {one: roles[one] for id in last.roles for one in (id, *roles[id].deputies)}
    seats = sorted({seat for id in called for seat in evidence.facts.persons[id]})
    if any(roles[seat].external for seat in seats):
        return
    mandates = [roles[seat].mandate for seat in seats]
    powerless = [
        severity
        for severity in _severities(evidence, chain)
        if not any(_decides(mandate, chain, severity) for mandate in mandates)
    ]
    if powerless:
        params = {"level": last.id, "severities": ", ".join(powerless), "roles": ", ".join(called)}
        place = evidence.at(chain, "levels", len(chain.levels) - 1, "roles")
        related = tuple(evidence.at(role, "id") for role in called.values())
        yield Finding("chain-end-powerless", place, params, related[:_SHOWN])


def _severities(evidence: Evidence, chain: Chain) -> list[str]:
    """Those in which the last level is alerted, the worst first; where only people may call it, all that alert."""
    alerting = evidence.facts.reached[chain.id].get(chain.levels[-1].id) or [
        severity for severity, levels in chain.entry.items() if levels
    ]
    return [severity.id for severity in ranked(evidence, chain) if severity.id in alerting]


def _decides(mandate: Mandate, chain: Chain, severity: str) -> bool:
    """Alone, or with those who are alerted as well."""
    together = set(chain.levels[-1].roles)
    partners = [joint.with_ for joint in mandate.jointly]
    partners += [
        limit.with_
        for limit in mandate.limited
        if limit.severity_matrix == chain.severity_matrix and severity in limit.severities
    ]
    return bool(mandate.alone) or any(set(with_) <= together for with_ in partners)
