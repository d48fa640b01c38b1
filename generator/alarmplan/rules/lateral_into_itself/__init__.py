from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, Role))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """A way without “from” is open to every level; if there is but one, it is meant.

    Another seat of the same person is no other person to ask.
    """
    persons = evidence.facts.persons
    seats = {level.id: {seat for role in level.roles for seat in persons[role]} for level in chain.levels}
    for index, lateral in enumerate(chain.lateral):
        levels = lateral.from_ or (tuple(seats) if len(seats) == 1 else ())
        if own := [level for level in levels if lateral.to in seats[level]]:
            params = {"role": lateral.to, "levels": ", ".join(own)}
            place = evidence.at(chain, "lateral", index, "to")
            related = evidence.at(chain, *_alerted(evidence, chain, own[0], lateral.to))
            yield Fault(place, params, (related,))


def _alerted(evidence: Evidence, chain: Chain, level: str, seat: str) -> Route:
    """Where the level names a role of the person in this seat."""
    index = next(index for index, one in enumerate(chain.levels) if one.id == level)
    roles = chain.levels[index].roles
    position = next(at for at, role in enumerate(roles) if seat in evidence.facts.persons[role])
    return "levels", index, "roles", position
