from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.service import Service
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.circles import circles, from_the_first

_NAMED = 5  # steps of a long circle


@judges(Organisation, reads=(Service,))
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding per circle, at its first service in the order of ids, and one per such service."""
    needs = {id: service.depends_on for id, service in evidence.playbook.of(Service).items()}
    found = {circle[0]: circle for circle in map(from_the_first, circles(needs))}
    for start, circle in sorted(found.items()):
        first, *others = (_needs(evidence, one, other) for one, other in pairwise((*circle, start)))
        said = circle if len(circle) <= _NAMED + 1 else (*circle[:_NAMED], "…", circle[-1])
        yield Fault(first, {"circle": " → ".join((*said, start))}, others)


def _needs(evidence: Evidence, one: str, other: str) -> Place:
    service = evidence.playbook.of(Service)[one]
    return evidence.at(service, "depends_on", service.depends_on.index(other))
