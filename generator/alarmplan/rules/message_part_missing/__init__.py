from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.catalogues import Audiences
from alarmplan.model.kinds.communication import PARTS, Template
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import judges


@judges(Template, reads=(Audiences, SeverityMatrix, Template))
def check(evidence: Evidence, template: Template) -> Iterator[Finding]:
    """Only messages of the plan: a statement to the press or an announcement stands alone and may say less.

    Decisions are wanted only of an audience that decides. Which does, nothing says outright; but who is asked in
    one message has to be asked in every update.
    """
    if template.id not in evidence.facts.planned:
        return
    says = template.says()
    decides = template.audience in evidence.facts.asked
    absent = [part for part in PARTS[template.moment] if part not in says and (decides or part != "decisions")]
    if absent:
        params = {"template": template.id, "moment": template.moment, "parts": ", ".join(absent)}
        yield Finding("message-part-missing", evidence.at(template, "id"), params)
