from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.rules.alike import alike
from alarmplan.rules.check import Fault, judges


@judges(Organisation)
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding for all ids that sound the same."""
    declared = evidence.playbook.declared
    for slip, *others in alike(evidence):
        params = {"kind": slip.kind, "id": slip.id, "alike": ", ".join(key.id for key in others)}
        yield Fault(declared[slip], params, tuple(declared[key] for key in others))
