"""What a document takes over from another, so that it need not be written twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from alarmplan.model.document import Document
from alarmplan.model.kinds.role import Reachable, Role


def reached(documents: Iterable[Document]) -> tuple[Document, ...]:
    """`documents`; a role that says nothing of its own is reached like the first of its person's that does."""
    found = tuple(documents)
    roles = {document.id: document for document in found if isinstance(document, Role)}
    return tuple(
        replace(document, reachable=_ways(document, roles))
        if isinstance(document, Role) and document.same_person_as and not document.reachable
        else document
        for document in found
    )


def _ways(role: Role, roles: Mapping[str, Role]) -> tuple[Reachable, ...]:
    """Those of the nearest seat of the same person that says how it is reached."""
    waiting, seen = [role], {role.id}
    for one in waiting:
        if one.reachable:
            return one.reachable
        others = [roles[id] for id in one.same_person_as if id in roles and id not in seen]
        seen |= {other.id for other in others}
        waiting += others
    return ()
