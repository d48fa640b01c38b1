from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from alarmplan.corrections import an_id
from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Audiences, Channels, Decisions, Triggers
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.rules.check import Fault, judges

_CATALOGUES = (Audiences, Channels, Decisions, Glossary, Triggers)


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """Where there is but one of a kind, nobody looks for it by its id, and `chain.yaml` says enough.

    Where an id of this kind is missing, the id may be the slip, not the name.
    """
    name = PurePosixPath(evidence.playbook.path(document)).stem
    if name == document.id or len(evidence.playbook.of(type(document))) == 1:
        return
    if document.kind not in evidence.playbook.incomplete and an_id(name) not in _names(document):
        params = {"name": name, "id": document.id}
        yield Fault(evidence.at(document, "id"), params)


def _names(document: Document) -> tuple[str, ...]:
    """What the file may be called: `support`, and where people sort by kind `role-support` or `support.role`."""
    id, kind = document.id, document.kind
    return (id, f"{kind}-{id}", f"{id}-{kind}", *([kind] if isinstance(document, _CATALOGUES) else ()))
