from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.model.playbook import Playbook
from alarmplan.rules.avoided import quoted
from alarmplan.rules.check import Fault, fault, judges

_NUMBERED = re.compile(r"([^\W\d_]{3,})[ \u00a0-]?([0-9]{1,2})(?!\w)")

# By which pattern a word with a number is found, and the numbers it goes with. What was found does not tell the
# word: “MASS” is how “Maß” is written in capitals.
Names = Sequence[tuple[re.Pattern[str], Mapping[str, str]]]


@judges(Organisation, reads=(Chain, SeverityMatrix))
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding per name and document."""
    numbers = _numbers(evidence.playbook)
    if not numbers:
        return
    names = [(_named(form), numbers[word]) for word in numbers for form in (word, word.capitalize(), word.upper())]
    known = ", ".join(numbers[word][number] for word in numbers for number in sorted(numbers[word], key=int))
    for document in evidence.playbook.documents:
        path = evidence.playbook.path(document)
        if any(_strange(evidence.text(document), names)):
            for name, places in _unknown(evidence, path, names).items():
                yield fault(places, {"name": name, "known": known})


def _numbers(playbook: Playbook) -> Mapping[str, Mapping[str, str]]:
    """By which numbers severities go, and as what they are written, for each word that several of them share.

    A word by which levels of a chain go as well does not tell which of the two is meant.
    """
    found: dict[str, dict[str, str]] = {}
    for matrix in playbook.matrices.values():
        for severity in matrix.levels:
            texts = (*(text for one in (severity.title, *severity.aliases) for text in one.all()), severity.id)
            for text in texts:
                if match := _NUMBERED.match(text):
                    found.setdefault(match[1].lower(), {}).setdefault(match[2], match[0])
    levels = (level for chain in playbook.chains.values() for level in chain.levels)
    others = {
        match[1].lower()
        for level in levels
        for text in (level.id, *level.title.all())
        if (match := _NUMBERED.match(text))
    }
    return {word: numbers for word, numbers in found.items() if len(numbers) > 1 and word not in others}


def _named(word: str) -> re.Pattern[str]:
    """Finds `word` with a number; a pattern that begins with plain letters is found fast."""
    return re.compile(rf"({word})(?<![\w-]{word})[\s-]*([0-9]{{1,2}})(?!\w|[.,:]\d| ?%)")


def _strange(text: str, names: Names) -> Iterator[str]:
    for pattern, numbers in names:
        for match in pattern.finditer(text):
            if match[2] not in numbers and not quoted(text, *match.span()):
                yield match[0]


def _unknown(evidence: Evidence, path: str, names: Names) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for passage in evidence.playbook.passages[path]:
        for place, _, text in passage.each():
            for words in _strange(text, names):
                found.setdefault(" ".join(words.split()), []).append(Place(path, place.route, words=words))
    return found
