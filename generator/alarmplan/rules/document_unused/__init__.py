from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.playbook import Key
from alarmplan.rules.check import EVERYTHING, Fault, judges
from alarmplan.rules.unused import unused

_NAMED_UNDER = {
    "chain": "chain",
    "checklist": "checklist",
    "information-package": "handover",
    "role": "roles",
    "severity-matrix": "severity_matrix",
    "template": "template",
}


@judges(Organisation, reads=EVERYTHING)
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """Situations, services, processes and pages are found by readers themselves; all else has to be led to."""
    planned = {template for row in evidence.facts.plan for template in row.templates}
    for key, place in unused(evidence, _NAMED_UNDER):
        found_anyway = key.kind == "template" and key.id in planned
        if not (found_anyway or (key.kind == "chain" and _offered(evidence, key))):
            params = {"kind": key.kind, "id": key.id, "under": _NAMED_UNDER[key.kind]}
            yield Fault(place, params)


def _offered(evidence: Evidence, chain: Key) -> bool:
    """Whether the start page offers it: where a matrix names no chain, all of its chains."""
    matrix = evidence.playbook.chains[chain.id].severity_matrix
    return evidence.playbook.matrices[matrix].chain is None
