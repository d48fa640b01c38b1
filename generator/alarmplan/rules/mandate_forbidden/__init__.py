from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.inline import links
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges


@judges(Role)
def check(evidence: Evidence, role: Role) -> Iterator[Fault]:
    """One finding per text and decision, in however many languages it stands."""
    if not role.must_not or not role.mandate.alone:
        return
    for passage in evidence.passages(role):
        if passage.place.route[0] != "must_not":
            continue
        found: dict[str, Place] = {}
        for place, _, text in passage.each():
            for target in links(text):
                if target.kind == "decision" and target.id in role.mandate.alone:
                    found.setdefault(target.id, evidence.at(role, *place.route, words=str(target)))
        for decision, place in found.items():
            alone = evidence.at(role, "mandate", "alone", role.mandate.alone.index(decision))
            yield Fault(place, {"decision": decision}, (alone,))
