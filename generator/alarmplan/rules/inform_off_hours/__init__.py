from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.chain import Chain, Inform
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.clocks import hours
from alarmplan.rules.off_duty import around_the_clock, missed, shortest, told_when


@judges(Chain, reads=(Channels, Organisation, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per chain, with all who are told at hours at which they cannot be reached."""
    always = around_the_clock(evidence, chain) if chain.inform else set()
    gaps = {
        index: gap
        for index, inform in enumerate(chain.inform)
        if always & set(inform.severities or always) and (gap := _gap(evidence, inform))
    }
    if gaps:
        roles = dict.fromkeys(chain.inform[index].role for index in gaps)
        params: dict[str, str | int] = {"roles": ", ".join(roles), "hours": max(map(hours, gaps.values()))}
        yield fault([evidence.at(chain, "inform", index, "role") for index in gaps], params)


def _gap(evidence: Evidence, inform: Inform) -> int:
    """Only where somebody is called: a message that waits in an inbox has been sent so on purpose."""
    if not any(evidence.playbook.channels[id].synchronous for id in inform.via):
        return 0
    role = evidence.playbook.roles[inform.role]
    return missed(evidence, role, shortest([inform.within]), told_when(evidence, inform))
