"""Which promise can be broken although the plan is kept."""

from __future__ import annotations

import pytest

from alarmplan.model.duration import Duration
from alarmplan.model.kinds.organisation import Calendar, OpenHours, Organisation
from alarmplan.model.playbook import Playbook
from alarmplan.model.text import Text
from alarmplan.rules.promises import Timed, may_end_first

WEEKDAYS = OpenHours(days=("mon", "tue", "wed", "thu", "fri"), from_="08:00", to="18:00")
WHOLE = Playbook(
    Organisation(
        kind="organisation",
        id="x",
        title=Text("x"),
        languages=("de",),
        zone="Europe/Berlin",
        calendars=(
            Calendar(id="always", title=Text("x"), always=True),
            Calendar(id="office", title=Text("x"), hours=(WEEKDAYS,)),
        ),
    ),
    (),
)


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (("1 h", "always"), ("2 h", "office"), True),
        (("2 h", "always"), ("2 h", "always"), False),
        (("20 h", "always"), ("4 working h", "office"), True),  # a Friday evening
        (("66 h", "always"), ("4 working h", "office"), False),
        (("4 h", "always"), ("4 working h", "always"), False),
        (("4 h", "office"), ("4 working h", "office"), False),  # whether these run at night is not said
        (("1 d", "always"), ("1 working d", "office"), True),
        (("2 working h", "office"), ("4 h", "always"), True),  # a Monday morning
        (("4 working h", "office"), ("4 h", "always"), False),
        (("12 working h", "office"), ("1 d", "always"), False),  # never in one day
        (("1 working d", "office"), ("3 d", "always"), False),  # not reckoned without a calendar
        (("2 working h", "office"), ("3 working h", "office"), True),
        (("2 working h", "office"), ("3 working h", "always"), False),
        (("4 working h", "office"), ("1 working d", "office"), False),
        (("2 working h", None), ("3 working h", None), False),
        (("1 h", "always"), ("none", "always"), False),
        (("soon", "always"), ("1 h", "always"), False),
    ],
)
def test_promises_are_held_against_plans(
    one: tuple[str, str | None], other: tuple[str, str | None], *, first: bool
) -> None:
    promised, planned = (Timed(Duration.parse(time), calendar) for time, calendar in (one, other))
    assert may_end_first(WHOLE, promised, planned) is first
