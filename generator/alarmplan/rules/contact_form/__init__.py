from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.contact import Contact
from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.text_placeholder_left import left_open

_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
_SEPARATORS = re.compile(r"[.\u2010-\u2015\u2212]")
_ENOUGH_DIGITS = 5
_TOO_MANY_DIGITS = 17  # in one number, with its plus sign
_AT = re.compile(r"(?<!\s)\s*[(\[{]\s*(?:at|ät)\s*[)\]}]\s*", re.IGNORECASE)
_PAGE = re.compile(r"(?:https?(?::/?|//?)(?=\w)|(?=www\.))", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;,]\s+|\s+(?:oder|und|or|and|/)\s+")
# A number to dial within words: long, and with a code of a country or an area. Pagers and radios have short ones.
_TO_DIAL = re.compile(r"(?<![\w+])(?:\+|0)[0-9](?:[ /()\u00a0\u202f-]*[0-9]){5,}(?!\w|[ /-]*\w*[0-9])")


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """Only what would be a number, a mail address or a page but for a slip; other words are left alone."""
    if "contact" not in evidence.text(document):
        return
    for passage in evidence.passages(document):
        if passage.place.route[-1] == "contact":
            for place, _, text in passage.each():
                contact = text.strip()
                if (suggestion := meant(contact)) and not any(left_open(passage, text)):
                    yield Fault(place, {"contact": contact[:60], "suggestion": suggestion})


def meant(contact: str) -> str:
    """The number, mail address or page that it would be but for a slip; empty where it is one, or none at all."""
    return (_meant(contact) or _first_of_several(contact)) if _form(contact) == "other" else ""


def _meant(text: str) -> str:
    text = _AT.sub("@", text.strip("<>").removeprefix("mailto:"))
    if "@" in text:
        return _if(text.replace(" ", "").replace(",", ".").rstrip("."), "mail")
    if page := _PAGE.match(text):
        return _if(f"https://{text[page.end() :]}", "page")
    if sum(character.isdigit() for character in text) < _ENOUGH_DIGITS:
        return ""
    number = " ".join(_SEPARATORS.sub(" ", text.translate(_DIGITS)).split())
    return _if(number, "phone") or _among_words(text)


def _among_words(text: str) -> str:
    numbers = [match.group() for match in _TO_DIAL.finditer(text)] if any(map(str.isalpha, text)) else []
    return _if(numbers[0], "phone") if len(numbers) == 1 else ""


def _first_of_several(text: str) -> str:
    pieces = _BETWEEN.split(text)
    if len(pieces) > 1:
        for piece in pieces:
            if _form(piece) in ("mail", "page") or _TO_DIAL.fullmatch(piece):
                return piece
    return ""


def _form(text: str) -> str:
    contact = Contact.parse(text)
    several = contact.form == "phone" and len(contact.address) >= _TOO_MANY_DIGITS
    return "other" if several else contact.form


def _if(text: str, form: str) -> str:
    return text if _form(text) == form else ""
