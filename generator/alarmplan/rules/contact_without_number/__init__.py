from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.contact import Contact
from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.rules.channel_names import is_phone
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.contacts_listed import unusable

_PUT_THROUGH = re.compile(
    r"vermitt|zentrale|pforte|pförtner|empfang|kurzwahl|taste|(?:stand|direkt)leitung|switchboard|operator|reception|\bgate\b|porter"
    r"|speed dial|button|\bline\b|sip:",
    re.IGNORECASE,
)


@judges(Document, reads=(Channels,))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    yield from unusable(evidence, document, is_phone, _nothing_to_dial)


def _nothing_to_dial(contact: str) -> bool:
    """Who is put through or presses a button needs no number."""
    words = not any(map(str.isdigit, contact)) and Contact.parse(contact).form == "other"
    return words and not _PUT_THROUGH.search(contact)
