from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.process import Process
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.playbook import Key
from alarmplan.rules.check import Fault, judges


@judges(Template, reads=(Chain, Process, SeverityMatrix, Situation))
def check(evidence: Evidence, template: Template) -> Iterator[Fault]:
    """Silent where something else sends it, and where its audience is not updated at all: then nothing uses it."""
    if not template.severity_matrix or not template.severities:
        return
    matrix = evidence.playbook.matrices[template.severity_matrix]
    updated = {
        level.id for level in matrix.levels for update in level.updates if update.audience == template.audience
    }
    absent = [severity for severity in template.severities if severity not in updated]
    if updated and absent and not _sent(evidence, template):
        index = template.severities.index(absent[0])
        params = {"severities": ", ".join(absent), "audience": template.audience, "matrix": matrix.id}
        yield Fault(evidence.at(template, "severities", index), params)


def _sent(evidence: Evidence, template: Template) -> bool:
    """Whether something names it as the words to send; a text that links to it sends nothing."""
    uses = evidence.facts.uses.get(Key("template", template.id), ())
    return any(step in ("template", "templates") for use in uses for step in use.route)
