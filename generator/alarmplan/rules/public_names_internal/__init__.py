from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.playbook import Reference
from alarmplan.rules.check import EVERYTHING, Fault, fault, judges

_NAMED = 5  # documents within a message


@judges(Organisation, reads=EVERYTHING)
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding for each public document. What the organisation declares stands on every page anyway."""
    playbook = evidence.playbook
    public = {playbook.path(one): one.id for one in playbook.documents if one.visibility == "public"}
    if not public:
        return
    internal = {
        playbook.path(one): one.id
        for one in playbook.documents
        if one.visibility == "internal" and not isinstance(one, Organisation)
    }
    found: dict[str, list[tuple[Reference, str]]] = {}
    for reference in playbook.references:
        path, target = reference.place.path, playbook.declared.get(reference.target)
        # Who owns a document is no part of what it says.
        if path in public and target and target.path in internal and reference.place.route != ("owner",):
            found.setdefault(path, []).append((reference, internal[target.path]))
    for path, uses in found.items():
        names = list(dict.fromkeys(name for _, name in uses))
        several = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        params = {"document": public[path], "internal": several}
        yield fault([reference.place for reference, _ in uses], params)
