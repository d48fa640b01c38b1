from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.rules.check import Fault, judges


@judges(Glossary)
def check(evidence: Evidence, glossary: Glossary) -> Iterator[Fault]:
    for index, term in enumerate(glossary.terms):
        if term.id in term.see:
            place = evidence.at(glossary, "terms", index, "see", term.see.index(term.id))
            yield Fault(place, {"id": term.id})
