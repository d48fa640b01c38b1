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
    yield from written_in(evidence.playbook.path(document), evidence.text(document))


def written_in(path: str, text: str) -> Iterator[Fault]:
    """Also of a file that cannot be read as a document: what it gives away it gives away all the same."""
    places: dict[str, list[Place]] = {}
    for start, secret in secrets(text):
        places.setdefault(secret, []).append(Place(path, offset=start))
    for secret, of_secret in places.items():
        params = {"start": secret[: min(4, len(secret) // 2)] + "…"}
        yield fault(of_secret, params)
