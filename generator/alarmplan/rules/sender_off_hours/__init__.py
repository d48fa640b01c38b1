from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix, Update
from alarmplan.model.place import Place
from alarmplan.model.week import ALWAYS
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.clocks import hours
from alarmplan.rules.level_off_hours import off_hours
from alarmplan.rules.off_duty import around_the_clock, missed, shortest, told_when


class _Due(NamedTuple):
    """What a role has to send or approve within so many minutes, and where that stands; `when` it may fall due."""

    role: str
    severity: str
    within: int
    when: int
    place: Place

    def gap(self, evidence: Evidence) -> int:
        return missed(evidence, evidence.playbook.roles[self.role], self.within, self.when)


@judges(Document, reads=(Chain, Organisation, Role, SeverityMatrix))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """One finding for each role in a document."""
    chains = _chains(evidence, document)
    dues = [due for due in _due(evidence, document, chains) if due.gap(evidence)]
    judged = _judged(evidence, chains) if dues else set()
    found: dict[str, list[_Due]] = {}
    for due in dues:
        if (due.role, due.severity) not in judged:
            found.setdefault(due.role, []).append(due)
    for role, of_role in found.items():
        params: dict[str, str | int] = {
            "role": role,
            "severities": ", ".join(dict.fromkeys(due.severity for due in of_role)),
            "hours": max(hours(due.gap(evidence)) for due in of_role),
        }
        yield fault(list(dict.fromkeys(due.place for due in of_role)), params)


def _chains(evidence: Evidence, document: Document) -> tuple[Chain, ...]:
    """The chain itself, or those that are entered with the severities of the matrix."""
    if isinstance(document, Chain):
        return (document,)
    return evidence.playbook.chains_of.get(document.id, ()) if isinstance(document, SeverityMatrix) else ()


def _due(evidence: Evidence, document: Document, chains: Iterable[Chain]) -> Iterator[_Due]:
    if isinstance(document, Chain):
        yield from _informs(evidence, document)
    elif isinstance(document, SeverityMatrix):
        always = {id for chain in chains for id in around_the_clock(evidence, chain)}
        for level, severity in enumerate(document.levels):
            for index, update in enumerate(severity.updates if severity.id in always else ()):
                for key, role in (("by", update.by), ("approval", update.approval)):
                    if role and role != "none":
                        place = evidence.at(document, "levels", level, "updates", index, key)
                        yield _Due(role, severity.id, _short(update), ALWAYS, place)


def _informs(evidence: Evidence, chain: Chain) -> Iterator[_Due]:
    always = around_the_clock(evidence, chain) if chain.inform else set()
    for index, inform in enumerate(chain.inform):
        when = told_when(evidence, inform) if inform.by else 0
        for severity in sorted(always & set(inform.severities or always)) if when else ():
            place = evidence.at(chain, "inform", index, "by")
            yield _Due(str(inform.by), severity, shortest([inform.within]), when, place)


def _short(update: Update) -> int:
    return shortest((update.first, *(phase.every for phase in update.phases)))


def _judged(evidence: Evidence, chains: Iterable[Chain]) -> set[tuple[str, str]]:
    """The roles of levels that are off duty, each with a severity: that is the finding of the level."""
    return {
        (role, severity)
        for chain in chains
        for _, level, gaps in off_hours(evidence, chain)
        for severity in gaps
        for role in level.roles
    }
