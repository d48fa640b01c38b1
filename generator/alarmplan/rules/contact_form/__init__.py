from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.contact import Contact
from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.rules.check import judges

_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
_SEPARATORS = re.compile(r"[.\u2010-\u2015\u2212]")
_ENOUGH_DIGITS = 5


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    """Only what would be a number, a mail address or a page but for a slip; other words are left alone."""
    if "contact" not in evidence.text(document):
        return
    for passage in evidence.passages(document):
        if passage.place.route[-1] == "contact":
            for place, _, text in passage.each():
                contact = Contact.parse(text.strip())
                if contact.form == "other" and (suggestion := _meant(contact.text)):
                    yield Finding("contact-form", place, {"contact": contact.text[:60], "suggestion": suggestion})


def _meant(text: str) -> str:
    if "@" in text:
        return _parsed(text.replace(" ", "").replace(",", ".").rstrip("."), "mail")
    if text.lower().startswith("www."):
        return _parsed(f"https://{text}", "page")
    if sum(character.isdigit() for character in text) < _ENOUGH_DIGITS:
        return ""
    return _parsed(" ".join(_SEPARATORS.sub(" ", text.translate(_DIGITS)).split()), "phone")


def _parsed(text: str, form: str) -> str:
    return text if Contact.parse(text).form == form else ""
