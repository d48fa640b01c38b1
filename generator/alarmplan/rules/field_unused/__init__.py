from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.communication import Template
from alarmplan.model.message import placeholders
from alarmplan.rules.check import Fault, judges


@judges(Template)
def check(evidence: Evidence, template: Template) -> Iterator[Fault]:
    """One finding per field, with the languages in which it is missing.

    Files are attached, not quoted. While a text names a field that does not exist, it may be any that is missing.
    """
    declared = {field.id for field in template.fields}
    texts = {language: _named(template, language) for language in evidence.playbook.languages}
    judged = {language: named for language, named in texts.items() if named <= declared}
    for index, field in enumerate(template.fields):
        absent = [language for language, named in judged.items() if field.id not in named]
        if absent and field.form != "files":
            params = {"field": field.id, "languages": ", ".join(absent)}
            yield Fault(evidence.at(template, "fields", index, "id"), params)


def _named(template: Template, language: str) -> set[str]:
    return {name for _, text in template.messages() for name in placeholders(text.in_language(language))}
