from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.place import Place
from alarmplan.rules.check import judges
from alarmplan.rules.tongue import tongue
from alarmplan.rules.wording import short

_SPACE = 10  # characters that the same text may be longer for its spaces


@judges(Document, reads=(Organisation,))
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    """Names, numbers and loans are the same in every language; what is plainly a phrase of one is not."""
    languages = evidence.playbook.languages
    for passage in evidence.passages(document):
        if isinstance(passage.raw, str) or not _is_same(*passage.raw.values()):
            continue
        found = tongue(next(iter(passage.raw.values())))
        language = next((one for one in passage.raw if found and one != found.language), "")
        if found and {language, found.language} <= {*languages}:
            place = Place(passage.place.path, (*passage.place.route, language))
            yield Finding("translation-same", place, {"language": language, "text": short(passage.raw[language])})


def _is_same(first: str, *others: str) -> bool:
    """But for capitals and breaks of lines; most differ in their first letter or their length."""
    for other in others:
        if first[:1].casefold() != other[:1].casefold() or abs(len(first) - len(other)) > _SPACE:
            return False
        if " ".join(first.split()).casefold() != " ".join(other.split()).casefold():
            return False
    return bool(others)
