from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.alerted import Alerted, leading, written
from alarmplan.rules.check import judges


@judges(Chain, reads=(Chain, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding per level. Rounds that end just when the next level is alerted have reached everybody."""
    roles = evidence.playbook.roles
    for one in leading(evidence, chain):
        rounds = 1 + max(len(roles[role].deputies) for role in one.level.roles)
        cut = {severity: said for severity in one.severities if (said := _cut(one.level, severity, rounds))}
        if cut:
            yield _finding(evidence, chain, one, next(iter(cut)), ", ".join(cut.values()))


def _cut(level: Level, severity: str, rounds: int) -> str:
    """How much longer than the time there is, in numbers, if it is longer."""
    if level.acknowledge_within is None or level.escalate_after is None:
        return ""
    round_, end = level.acknowledge_within.at(severity), level.escalate_after.at(severity)
    if round_ is None or end is None or not round_.comparable(end) or round_.minutes * rounds <= end.minutes:
        return ""
    return f"{severity}: {rounds} × {round_.raw} > {end.raw}"


def _finding(evidence: Evidence, chain: Chain, one: Alerted, severity: str, cases: str) -> Finding:
    place, related = (
        written(evidence, chain, value, severity, "levels", one.index, key)
        for key, value in (
            ("acknowledge_within", one.level.acknowledge_within),
            ("escalate_after", one.level.escalate_after),
        )
        if value
    )
    return Finding("rounds-too-long", place, {"level": one.level.id, "cases": cases}, (related,))
