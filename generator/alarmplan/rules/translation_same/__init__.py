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


@judges(Document, reads=(Organisation,))
def check(evidence: Evidence, document: Document) -> Iterator[Finding]:
    """Names, numbers and loans are the same in every language; what is plainly a phrase of one is not."""
    for passage in evidence.passages(document):
        if isinstance(passage.raw, str) or len(passage.raw) < 2:
            continue
        texts = {
            language: passage.raw[language] for language in evidence.playbook.languages if language in passage.raw
        }
        if len(texts) < 2 or len({" ".join(text.split()).casefold() for text in texts.values()}) > 1:
            continue
        if found := tongue(next(iter(texts.values()))):
            language = next(language for language in texts if language != found.language)
            place = Place(passage.place.path, (*passage.place.route, language))
            yield Finding("translation-same", place, {"language": language, "text": short(texts[language])})
