from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.secrets import secrets


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """Anywhere in the file, comments too; one finding for each secret, which is never told in full."""
    path = evidence.playbook.path(document)
    places: dict[str, list[Place]] = {}
    for start, secret in secrets(evidence.text(document)):
        places.setdefault(secret, []).append(Place(path, offset=start))
    for secret, of_secret in places.items():
        params = {"start": secret[: min(4, len(secret) // 2)] + "…"}
        yield fault(of_secret, params)
