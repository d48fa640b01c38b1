from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Audiences
from alarmplan.model.kinds.communication import PARTS, Template
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, judges


@judges(Template, reads=(Audiences, SeverityMatrix, Template))
def check(evidence: Evidence, template: Template) -> Iterator[Fault]:
    """Only messages of the plan: a statement to the press or an announcement stands alone and may say less.

    Decisions are wanted only of an audience that decides. Which does, nothing says outright; but who is asked in
    one message has to be asked in every update. When the next comes has to be said where the matrix promises one.
    """
    rows = evidence.facts.planned.get(template.id, ())
    said = set(template.says())
    if template.audience not in evidence.facts.asked:
        said.add("decisions")
    if not any(row.followed for row in rows):
        said.add("next-update")
    absent = [part for part in PARTS[template.moment] if part not in said] if rows else []
    if absent:
        params = {"template": template.id, "moment": template.moment, "parts": ", ".join(absent)}
        yield Fault(evidence.at(template, "id"), params)
