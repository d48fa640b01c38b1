from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.rules.avoided import Avoided
from alarmplan.rules.check import Fault, fault, judges


@judges(Glossary)
def check(evidence: Evidence, glossary: Glossary) -> Iterator[Fault]:
    """One finding per term and document; glossaries themselves may name what they advise against."""
    entries = [(avoid, term) for term in glossary.terms for avoid in term.avoid]
    if not entries:
        return
    avoided = Avoided(entries, evidence.playbook.languages)
    for document in evidence.playbook.documents:
        if isinstance(document, Glossary):
            continue
        for use in avoided.uses(evidence, document, "label", "prose", "message"):
            params = {"word": use.word, "term": use.thing.title.in_language(use.language)}
            yield fault(use.places, params)
