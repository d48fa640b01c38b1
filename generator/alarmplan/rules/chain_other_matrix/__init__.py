from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Place
from alarmplan.model.playbook import Playbook
from alarmplan.rules.check import Fault, fault, judges


@judges(Chain, reads=(SeverityMatrix, Service, Situation))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding for each other matrix, in however many documents it stands beside the chain."""
    places: dict[str, list[Place]] = {}
    for document, matrix in _users(evidence.playbook, chain):
        if matrix != chain.severity_matrix:
            places.setdefault(matrix, []).append(evidence.at(document, "chain"))
    for matrix, of_matrix in places.items():
        params = {"chain": chain.id, "its": chain.severity_matrix, "matrix": matrix}
        yield fault(of_matrix, params)


def _users(playbook: Playbook, chain: Chain) -> Iterator[tuple[Document, str]]:
    """Who names the chain, and of which matrix the severities are with which it is entered."""
    for matrix in playbook.of(SeverityMatrix).values():
        if matrix.chain == chain.id:
            yield matrix, matrix.id
    users: tuple[Situation | Service, ...] = (*playbook.of(Situation).values(), *playbook.of(Service).values())
    for user in users:
        if user.chain == chain.id and user.severity_matrix:
            yield user, user.severity_matrix
