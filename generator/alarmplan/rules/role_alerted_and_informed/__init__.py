from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain, Inform
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Route
from alarmplan.rules.alerted import ranked
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """Being told before one takes over at a higher level is something else."""
    severities = [severity.id for severity in ranked(evidence, chain)]
    at_once = {severity: _alerted(chain, severity) for severity in severities}
    for index, inform in enumerate(chain.inform):
        if _apart(inform, evidence.playbook.roles[inform.role]):
            continue
        both = [one for one in inform.severities or severities if inform.role in at_once[one]]
        if both:
            params = {"role": inform.role, "severities": ", ".join(both)}
            related = evidence.at(chain, *at_once[both[0]][inform.role])
            yield Fault(evidence.at(chain, "inform", index, "role"), params, (related,))


def _apart(inform: Inform, role: Role) -> bool:
    """Whether both need not come together: on some condition, or only when no alert reaches the role."""
    off_duty = role.reachable and all(inform.outside == reachable.calendar for reachable in role.reachable)
    return bool(inform.condition or off_duty)


def _alerted(chain: Chain, severity: str) -> Mapping[str, Route]:
    """The roles that are alerted at once, to own or to help, and where it says so."""
    entry = chain.entry_levels(severity)
    helping: dict[str, Route] = {
        one.role: ("alongside", index, "role")
        for index, one in enumerate(chain.alongside)
        if one.level in entry and (not one.severities or severity in one.severities)
    }
    return helping | {
        role: ("levels", index, "roles", position)
        for index, level in enumerate(chain.levels)
        if level.id in entry
        for position, role in enumerate(level.roles)
    }
