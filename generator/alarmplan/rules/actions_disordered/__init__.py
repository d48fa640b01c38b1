from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.situation import Action, Situation
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Fault]:
    """Only what the same role does one after the other: several roles work side by side."""
    for route, actions in _lists(situation):
        last: dict[tuple[str, bool], tuple[int, Duration]] = {}  # working time compares with working time only
        for number, action in enumerate(actions):
            within = action.within
            if action.doer is None or within is None or not within.parts:
                continue
            clock = action.doer, within.elapsed
            index, before = last.get(clock, (number, within))
            last[clock] = number, within
            if (before.longer_by(within) or 0) > 0:
                params = {"doer": action.doer, "within": within.raw, "before": before.raw}
                place, above = (evidence.at(situation, *route, at, "within") for at in (number, index))
                yield Fault(place, params, (above,))


def _lists(situation: Situation) -> Iterator[tuple[Route, tuple[Action, ...]]]:
    yield ("first_reaction",), situation.first_reaction
    for number, phase in enumerate(situation.phases):
        yield ("phases", number, "steps"), phase.steps
