from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.duration import Duration
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.situation import Action, Situation
from alarmplan.model.place import Route
from alarmplan.rules.check import judges


@judges(Situation)
def check(evidence: Evidence, situation: Situation) -> Iterator[Finding]:
    """Only what the same role does one after the other: several roles work side by side."""
    for route, actions in _lists(situation):
        last: dict[str, tuple[int, Duration]] = {}
        for number, action in enumerate(actions):
            within = action.within
            if action.doer is None or within is None or not within.elapsed:
                continue
            index, before = last.get(action.doer, (number, within))
            last[action.doer] = number, within
            if within.minutes < before.minutes:
                params = {"doer": action.doer, "within": within.raw, "before": before.raw}
                place, above = (evidence.at(situation, *route, at, "within") for at in (number, index))
                yield Finding("actions-disordered", place, params, (above,))


def _lists(situation: Situation) -> Iterator[tuple[Route, tuple[Action, ...]]]:
    yield ("first_reaction",), situation.first_reaction
    for number, phase in enumerate(situation.phases):
        yield ("phases", number, "steps"), phase.steps
