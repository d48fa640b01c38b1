from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.rules.channel_names import is_mail
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.contacts_listed import unusable

# Other words may well be names in the address book of the house.
_TORN = re.compile(
    r"[^@\s/#:]+@[^@\s./:]*"  # nothing behind the sign, or no dot
    r"|[\w+-]+(?:\.[\w-]+)*\.(?:de|at|ch|li|eu|com|org|net|info|io|uk|fr|nl|example)"  # no sign
    r"|(?:siehe|s\. ?o\.|vgl\.|see|laut|auf Anfrage|on request|unbekannt|unknown)(?:\s.*)?",
    re.IGNORECASE,
)


@judges(Document, reads=(Channels,))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    yield from unusable(evidence, document, is_mail, _is_torn)


def _is_torn(contact: str) -> bool:
    return _TORN.fullmatch(contact) is not None
