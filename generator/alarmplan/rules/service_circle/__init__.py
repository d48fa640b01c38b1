from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.service import Service
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges

_NAMED = 5  # steps of a long circle


@judges(Service, reads=(Service,))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """One finding per circle, at its first service in the order of ids."""
    circle = evidence.facts.circles.get(service.id)
    if circle:
        first, *others = (_needs(evidence, one, other) for one, other in pairwise((*circle, circle[0])))
        said = circle if len(circle) <= _NAMED + 1 else (*circle[:_NAMED], "…", circle[-1])
        params = {"circle": " → ".join((*said, circle[0]))}
        yield Fault(first, params, others)


def _needs(evidence: Evidence, one: str, other: str) -> Place:
    service = evidence.playbook.of(Service)[one]
    return evidence.at(service, "depends_on", service.depends_on.index(other))
