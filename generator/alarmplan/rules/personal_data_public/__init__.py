from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.passage import Passage
from alarmplan.rules.check import EVERYTHING, Fault, fault, judges
from alarmplan.rules.wording import spotted

_SPACED = r"(?:[ /()-]{0,2}[0-9]){6,11}(?![0-9])"
# Mobile numbers, as they begin in and around Germany; without the code of the country only in Germany.
_ABROAD = (
    r"(?:\+|\b00)(?:49[ ]?(?:\(0\))?[ ]?1[567]|43[ ]?(?:\(0\))?[ ]?6[5-9]|41[ ]?(?:\(0\))?[ ]?7[5-9]"
    r"|44[ ]?(?:\(0\))?[ ]?7|33[ ]?[67])"
)
_MOBILE = re.compile(rf"{_ABROAD}{_SPACED}")
_MOBILE_IN_GERMANY = re.compile(rf"{_ABROAD}{_SPACED}|(?<![0-9+])(?<![0-9][-/.])0[ ]?1[567][0-9]{_SPACED}")
_GERMAN_ZONES = ("Europe/Berlin", "Europe/Busingen")
_OF_A_PERSON = re.compile(
    r"(?<![\w.+-])(?P<first>[a-z]+)\.(?P<last>[a-z]{2,})@[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE
)
_NO_NAMES = frozenset(
    {
        "abuse", "admin", "alarm", "anfrage", "central", "contact", "customer", "datenschutz", "desk", "dev",
        "duty", "first", "help", "helpdesk", "hotline", "info", "it", "kontakt", "kunden", "lager", "leitung",
        "mail", "main", "no", "noreply", "office", "ops", "post", "press", "presse", "reply", "sales",
        "security", "service", "shop", "sicherheit", "support", "t", "team", "technik", "user", "vertrieb",
        "web", "zentrale",
    }
)  # fmt: skip
_SIGNS = ("@", *"0123456789")


@judges(Organisation, reads=EVERYTHING)
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Fault]:
    """Numbers and addresses of a house may well be public; those of a person should not.

    An address made of words that the house uses in its ids is none of a person.
    """
    public = [document for document in evidence.playbook.documents if document.visibility == "public"]
    if not public:
        return
    mobile = _MOBILE_IN_GERMANY if organisation.zone in _GERMAN_ZONES else _MOBILE
    ours = _NO_NAMES.union(*(key.id.split("-") for key in evidence.playbook.declared))
    for document in public:
        for spot in spotted(evidence, document, _SIGNS, partial(_personal, mobile, ours)):
            yield fault(spot.places, {"data": spot.words[:60]})


def _personal(mobile: re.Pattern[str], ours: frozenset[str], _: Passage, text: str) -> Iterator[str]:
    yield from (match.group() for match in mobile.finditer(text))
    for match in _OF_A_PERSON.finditer(text):
        if not {match["first"].lower(), match["last"].lower()} & ours:
            yield match.group()
