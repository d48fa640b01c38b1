from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.alerted import SHOWN
from alarmplan.rules.check import judges
from alarmplan.rules.speaking import may_speak


@judges(Document, reads=(Chain, Role, Template))
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    """One finding per document, sender and audience."""
    places: dict[tuple[str, str], list[Place]] = {}
    for place, sender, audience in _sent(evidence, document):
        if not may_speak(evidence, (sender,), audience):
            places.setdefault((sender, audience), []).append(place)
    for (sender, audience), (first, *others) in places.items():
        params = {"role": sender, "audience": audience}
        yield Finding("sender-without-mandate", first, params, tuple(others[:SHOWN]))


def _sent(evidence: Evidence, document: Document) -> Iterator[tuple[Place, str, str]]:
    """Where a document names the sender of a message, the sender, and the audience."""
    if isinstance(document, SeverityMatrix) and _is_used(evidence, document):
        for level, severity in enumerate(document.levels):
            for index, update in enumerate(severity.updates):
                if update.by:
                    place = evidence.at(document, "levels", level, "updates", index, "by")
                    yield place, update.by, update.audience
    if isinstance(document, Chain):
        templates = evidence.playbook.of(Template)
        for index, inform in enumerate(document.inform):
            if inform.by and inform.template:
                place = evidence.at(document, "inform", index, "by")
                yield place, inform.by, templates[inform.template].audience


def _is_used(evidence: Evidence, matrix: SeverityMatrix) -> bool:
    return any(chain.severity_matrix == matrix.id for chain in evidence.playbook.of(Chain).values())
