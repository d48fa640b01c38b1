from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import HardTrigger, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Triggers,))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """Hard triggers that leave open which level they lead to.

    A trigger that some level jumps on says whom to alert. One that progress resets may be met on every level, and
    anybody on any level may notice a soft one.
    """
    places: dict[str, dict[str, Place]] = {}
    for index, level in enumerate(chain.levels):
        for number, trigger in enumerate(level.triggers):
            place = evidence.at(chain, "levels", index, "triggers", number)
            places.setdefault(trigger, {})[level.id] = place
    jumped = {trigger for level in chain.levels for trigger in level.jump_on}
    for trigger, found in places.items():
        entry = evidence.playbook.triggers[trigger]
        if (
            len(found) > 1
            and trigger not in jumped
            and isinstance(entry, HardTrigger)
            and not entry.reset_by_progress
        ):
            first, second, *others = found.values()
            params = {"trigger": trigger, "levels": ", ".join(found)}
            yield Fault(second, params, (first, *others))
