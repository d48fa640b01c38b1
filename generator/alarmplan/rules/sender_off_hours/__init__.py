from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix, Update
from alarmplan.model.place import Place
from alarmplan.model.week import ALWAYS
from alarmplan.rules.check import judges
from alarmplan.rules.clocks import hours
from alarmplan.rules.grouped import finding
from alarmplan.rules.level_off_hours import level_gaps
from alarmplan.rules.off_duty import around_the_clock, missed, shortest, told_when


class _Due(NamedTuple):
    """What a role has to send or approve within so many minutes, and where that stands; `when` it may fall due."""

    role: str
    severity: str
    within: int
    when: int
    place: Place


@judges(Document, reads=(Chain, Organisation, Role, SeverityMatrix))
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    """One finding for each role in a document."""
    found: dict[str, list[tuple[_Due, int]]] = {}
    for due in _due(evidence, document):
        gap = missed(evidence, evidence.playbook.roles[due.role], due.within, due.when)
        if gap:
            found.setdefault(due.role, []).append((due, gap))
    for role, dues in found.items():
        params: dict[str, str | int] = {
            "role": role,
            "severities": ", ".join(dict.fromkeys(due.severity for due, _ in dues)),
            "hours": max(hours(gap) for _, gap in dues),
        }
        yield finding("sender-off-hours", list(dict.fromkeys(due.place for due, _ in dues)), params)


def _due(evidence: Evidence, document: Document) -> Iterator[_Due]:
    if isinstance(document, Chain):
        yield from _informs(evidence, document)
    elif isinstance(document, SeverityMatrix):
        chains = evidence.playbook.chains_of.get(document.id, ())
        always = {id for chain in chains for id in around_the_clock(evidence, chain)}
        judged = _judged(evidence, chains)
        for level, severity in enumerate(document.levels):
            for index, update in enumerate(severity.updates if severity.id in always else ()):
                for key, role in (("by", update.by), ("approval", update.approval)):
                    if role and role != "none" and (role, severity.id) not in judged:
                        place = evidence.at(document, "levels", level, "updates", index, key)
                        yield _Due(role, severity.id, _short(update), ALWAYS, place)


def _informs(evidence: Evidence, chain: Chain) -> Iterator[_Due]:
    always, judged = around_the_clock(evidence, chain), _judged(evidence, (chain,))
    for index, inform in enumerate(chain.inform):
        when = told_when(evidence, inform) if inform.by else 0
        for severity in sorted(always & set(inform.severities or always)) if when else ():
            if (inform.by, severity) not in judged:
                place = evidence.at(chain, "inform", index, "by")
                yield _Due(str(inform.by), severity, shortest([inform.within]), when, place)


def _short(update: Update) -> int:
    return shortest((update.first, *(phase.every for phase in update.phases)))


def _judged(evidence: Evidence, chains: Iterable[Chain]) -> set[tuple[str, str]]:
    """The roles of levels that are off duty, each with a severity: that is the finding of the level."""
    return {
        (role, severity)
        for chain in chains
        for level in chain.levels
        for severity in level_gaps(evidence, chain, level)
        for role in level.roles
    }
