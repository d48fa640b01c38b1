"""What a document takes over from another, so that it need not be written twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from alarmplan.model.document import Document
from alarmplan.model.kinds.role import Reachable, Role


def reached(documents: Iterable[Document]) -> tuple[Document, ...]:
    """`documents`; a role that says nothing of its own is reached like the first of its person's that does."""
    found = tuple(documents)
    ways = _ways({document.id: document for document in found if isinstance(document, Role)})
    return tuple(
        replace(document, reachable=ways.get(document.id, ()))
        if isinstance(document, Role) and document.same_person_as and not document.reachable
        else document
        for document in found
    )


def _ways(roles: Mapping[str, Role]) -> Mapping[str, tuple[Reachable, ...]]:
    """Those of the nearest seat of the same person that says how it is reached, of equally near ones the first.

    Handed on from seat to seat: to look around from each of them would take forever where many are one person's.
    """
    named_by: dict[str, list[str]] = {}
    for role in roles.values():
        for other in role.same_person_as:
            named_by.setdefault(other, []).append(role.id)
    found = {id: role.reachable for id, role in roles.items() if role.reachable}
    latest = list(found)
    while latest:
        next_ones = [id for other in latest for id in named_by.get(other, ()) if id not in found]
        latest = list(dict.fromkeys(next_ones))
        first = (next(other for other in roles[id].same_person_as if other in found) for id in latest)
        found.update(zip(latest, [found[other] for other in first], strict=True))
    return found
