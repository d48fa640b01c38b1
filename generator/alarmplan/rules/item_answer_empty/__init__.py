from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.inline import plain
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.rules.check import Fault, fault, judges

_EMPTY = frozenset(
    {
        *(
            "abgehakt",
            "alles klar",
            "alles ok",
            "bestätigt",
            "erfolgt",
            "erledigt",
            "fertig",
            "geklärt",
            "gemacht",
            "geprüft",
        ),
        *(
            "getan",
            "i. o",
            "i.o",
            "in ordnung",
            "ja",
            "jawohl",
            "kontrolliert",
            "o. k",
            "ok",
            "okay",
            "passt",
            "x",
            "✓",
            "✔",
        ),
        *(
            "all clear",
            "all good",
            "all ok",
            "checked",
            "completed",
            "confirmed",
            "done",
            "fine",
            "good",
            "verified",
        ),
        *("yes", "y", "ticked"),
    }
)

_SHORT = 30


@judges(Checklist)
def check(evidence: Evidence, checklist: Checklist) -> Iterator[Fault]:
    """One finding per list. A wanted “no” is no empty answer: nobody gives it without a thought."""
    found = [
        (evidence.at(checklist, *route, "answer", *([language] if language else [])), answer)
        for stretch in checklist.stretches()
        for route, item in stretch
        if item.answer
        for language, answer in item.answer.each()
        if len(answer) < _SHORT and _says_nothing(answer)
    ]
    if found:
        answers = "; ".join(dict.fromkeys(answer for _, answer in found))
        yield fault([place for place, _ in found], {"answers": answers})


def _says_nothing(answer: str) -> bool:
    """Two empty words say no more than one."""
    return all(piece.strip(" .!") in _EMPTY for piece in plain(answer).casefold().split(","))
