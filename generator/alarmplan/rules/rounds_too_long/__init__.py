from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import leading, swapped, written
from alarmplan.rules.check import Fault, judges

_TIMES: Final = ("acknowledge_within", "escalate_after")


@judges(Chain, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level. Rounds that end just when the next level is alerted have reached everybody."""
    for one in leading(evidence, chain):
        round_, end = one.level.acknowledge_within, one.level.escalate_after
        if not round_ or not end:
            continue
        rounds = _rounds(evidence, one.level)
        cut = {id: said for id in one.severities if (said := _cut(round_.at(id), end.at(id), rounds))}
        swaps = (swapped(evidence, chain, one, key) for key in _TIMES)
        if cut and not any(map(any, swaps)):  # else found already: two times that are swapped are one mistake
            first = next(iter(cut))
            cases = ", ".join(f"{id}: {said}" for id, said in cut.items())
            place = written(evidence, chain, round_, first, "levels", one.index, "acknowledge_within")
            related = written(evidence, chain, end, first, "levels", one.index, "escalate_after")
            yield Fault(place, {"level": one.level.id, "cases": cases}, (related,))


def _rounds(evidence: Evidence, level: Level) -> int:
    """Up to the last that calls somebody who is not alerted already, in whichever seat."""
    persons = evidence.facts.persons
    called = {seat for role in level.roles for seat in persons[role]}
    last = 1
    rows = zip_longest(*(evidence.playbook.roles[role].deputies for role in level.roles))
    for number, deputies in enumerate(rows, start=2):
        if new := {deputy for deputy in deputies if deputy} - called:
            called |= {seat for deputy in new for seat in persons[deputy]}
            last = number
    return last


def _cut(round_: Duration | None, end: Duration | None, rounds: int) -> str:
    """In numbers, if the rounds take longer than there is time."""
    if not round_ or not end or round_.minutes * rounds <= end.minutes:
        return ""
    together = replace(round_, parts=(round_.parts or ()) * rounds)
    if (together.longer_by(end) or 0) <= 0:
        return ""
    return f"{rounds} × {round_.raw} > {end.raw}" if rounds > 1 else f"{round_.raw} > {end.raw}"
