from __future__ import annotations

from collections.abc import Iterable, Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import Use
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.process import Process
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.playbook import Key
from alarmplan.rules.check import Fault, judges


@judges(Template, reads=(Chain, Process, SeverityMatrix, Situation))
def check(evidence: Evidence, template: Template) -> Iterator[Fault]:
    """Silent where whoever uses it says through what, or ought to: an update of the plan, a chain that informs."""
    if template.channels or template.variants or template.id in evidence.facts.planned:
        return
    uses = evidence.facts.uses.get(Key("template", template.id), ())
    if uses and not _informs(evidence, uses):
        yield Fault(evidence.at(template, "id"), {"template": template.id})


def _informs(evidence: Evidence, uses: Iterable[Use]) -> bool:
    chains = evidence.playbook.of(Chain)
    return any(
        use.user.kind == "chain" and use.route[0] == "inform" and chains[use.user.id].inform[int(use.route[1])].via
        for use in uses
    )
