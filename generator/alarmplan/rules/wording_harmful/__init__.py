from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.rules.avoided import Avoided
from alarmplan.rules.check import Fault, fault, judges


@judges(Glossary)
def check(evidence: Evidence, glossary: Glossary) -> Iterator[Fault]:
    """One finding per phrase and template. Advice may name what it warns of; only what is sent is judged."""
    if not glossary.wording:
        return
    entries = ((wording.avoid, wording) for wording in glossary.wording)
    avoided = Avoided(entries, evidence.playbook.languages)
    for template in evidence.playbook.of(Template).values():
        for use in avoided.uses(evidence, template, "message"):
            params = {"phrase": use.word, "instead": use.thing.say.in_language(use.language)}
            yield fault(use.places, params)
