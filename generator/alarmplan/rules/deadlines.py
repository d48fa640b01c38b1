"""What rules about deadlines share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from alarmplan.model.deadline import Deadline
from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, fault
from alarmplan.rules.severities import in_use


def deadlines_lacking(
    evidence: Evidence, document: Document, missing: Callable[[Deadline], bool]
) -> Iterator[Fault]:
    """One finding for all deadlines of one list in which something is missing."""
    for thing, route, deadlines in _lists(evidence, document):
        found = [(index, deadline) for index, deadline in enumerate(deadlines) if missing(deadline)]
        places = [
            evidence.at(document, *route, index, "title" if deadline.title else "from")
            for index, deadline in found
        ]
        if places:
            title = found[0][1].title
            name = title.in_language(evidence.playbook.languages[0]) if title else ""
            yield fault(places, {"thing": thing, "key": str(route[-1]), "deadline": name})


def _lists(evidence: Evidence, document: Document) -> Iterator[tuple[str, Route, Sequence[Deadline]]]:
    """The lists of deadlines with the id of what they belong to."""
    if isinstance(document, Situation):
        yield document.id, ("deadlines",), document.deadlines
        yield document.id, ("follow_up",), document.follow_up
    elif isinstance(document, SeverityMatrix) and in_use(evidence, document):
        for index, severity in enumerate(document.levels):
            yield severity.id, ("levels", index, "follow_up"), severity.follow_up
