from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import ranked
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.seats import at_level


@judges(Chain, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """Whoever sits on several seats decides with the mandate of each; what a supplier may do, it knows itself."""
    if not evidence.playbook.decisions:
        return
    last = chain.levels[-1]
    called = _called(evidence, last.roles)
    if any(role.external for role in _seats(evidence, called)):
        return
    powerless = [
        severity for severity in _severities(evidence, chain) if not _decides(evidence, chain, last, severity)
    ]
    if powerless:
        params = {"level": last.id, "severities": ", ".join(powerless), "roles": ", ".join(called)}
        place = evidence.at(chain, "levels", len(chain.levels) - 1, "roles")
        related = tuple(evidence.at(role, "id") for role in called.values())
        yield Fault(place, params, related)


def _severities(evidence: Evidence, chain: Chain) -> list[str]:
    """Those in which the last level is alerted, the worst first; where only people may call it, all that alert."""
    alerting = evidence.facts.reached[chain.id].get(chain.levels[-1].id) or [
        severity for severity, levels in chain.entry.items() if levels
    ]
    return [severity.id for severity in ranked(evidence, chain) if severity.id in alerting]


def _called(evidence: Evidence, ids: Iterable[str]) -> dict[str, Role]:
    """They and their deputies."""
    roles = evidence.playbook.roles
    return {one: roles[one] for id in ids for one in (id, *roles[id].deputies)}


def _seats(evidence: Evidence, ids: Iterable[str]) -> list[Role]:
    """All seats of these people."""
    return [
        evidence.playbook.roles[seat] for seat in sorted({s for id in ids for s in evidence.facts.persons[id]})
    ]


def _decides(evidence: Evidence, chain: Chain, level: Level, severity: str) -> bool:
    """Whether anybody who is alerted with the level does, alone or with others who are alerted as well."""
    alerted = list(at_level(chain, level, severity))
    there = {role.id for role in _seats(evidence, alerted)}
    return any(
        there.issuperset(partners)
        for role in _seats(evidence, _called(evidence, alerted))
        for _, _, partners in role.mandate.held_in(chain.severity_matrix, severity)
    )
