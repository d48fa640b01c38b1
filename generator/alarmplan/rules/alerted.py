"""The levels of a chain as rules judge them: in the severities that may alert them, and with what is not said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from alarmplan.model.by_severity import BySeverity, DurationBySeverity
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Alongside, Chain, Lateral, Level
from alarmplan.model.kinds.severity_matrix import Severity
from alarmplan.model.place import Place
from alarmplan.rules.severities import Timed, too_long
from alarmplan.rules.severities import ranked as in_order


@dataclass(frozen=True, slots=True)
class Alerted:
    """A level that at least one severity reaches; `severities` are those, the worst first."""

    index: int
    level: Level
    severities: tuple[str, ...]


def ranked(evidence: Evidence, chain: Chain) -> list[Severity]:
    """The severities of the chain, the worst first."""
    return sorted(evidence.playbook.matrices[chain.severity_matrix].levels, key=lambda severity: severity.rank)


def alerted(evidence: Evidence, chain: Chain) -> Iterator[Alerted]:
    """What no severity reaches is left out: that is its one finding."""
    reached = evidence.facts.reached[chain.id]
    ranks = ranks_of(evidence, chain)
    for index, level in enumerate(chain.levels):
        if level.id in reached:
            yield Alerted(index, level, tuple(sorted(reached[level.id], key=ranks.__getitem__)))


def helping(evidence: Evidence, chain: Chain) -> Iterator[tuple[int, Alongside, tuple[str, ...]]]:
    """Those alerted alongside a level, with the severities in which they are."""
    found = {one.level.id: one.severities for one in alerted(evidence, chain)}
    for index, alongside in enumerate(chain.alongside):
        severities = found.get(alongside.level, ())
        if alongside.severities:
            severities = tuple(severity for severity in severities if severity in alongside.severities)
        if severities:
            yield index, alongside, severities


def unsaid(value: BySeverity[Any] | None, severities: Sequence[str]) -> tuple[str, ...]:
    """The severities for which nothing is said, not even that there is deliberately none."""
    return tuple(severity for severity in severities if value is None or value.at(severity) is None)


def gap(
    evidence: Evidence, chain: Chain, value: BySeverity[Any] | None, key: str, *thing: str | int, name: str
) -> Place:
    """Where severities have to be added: at `key` if it speaks of others, else at the `name` of the thing."""
    if value is not None and value.by_severity:
        return evidence.at(chain, *thing, key, key=True)
    return evidence.at(chain, *thing, name)


def leading(evidence: Evidence, chain: Chain) -> Iterator[Alerted]:
    """The levels from which time leads on to another, in the severities in which it does."""
    highest = {severity: chain.highest_entry(severity) for severity in chain.entry}
    for one in alerted(evidence, chain):
        severities = tuple(severity for severity in one.severities if one.index >= highest[severity])
        if severities and one.index < len(chain.levels) - 1:
            yield replace(one, severities=severities)


def gaps(
    evidence: Evidence,
    chain: Chain,
    levels: Iterable[Alerted],
    key: Literal["acknowledge_within", "escalate_after", "via"],
) -> Iterator[tuple[Place, dict[str, str | int]]]:
    """Where to add what the levels do not say under `key`, and for which severities."""
    for one in levels:
        value = getattr(one.level, key)
        if absent := unsaid(value, one.severities):
            place = gap(evidence, chain, value, key, "levels", one.index, name="id")
            yield place, {"level": one.level.id, "severities": ", ".join(absent)}


def written(evidence: Evidence, chain: Chain, value: BySeverity[Any], severity: str, *route: str | int) -> Place:
    """Where the value for one severity stands."""
    return evidence.at(chain, *route, severity) if value.by_severity else evidence.at(chain, *route)


def ranks_of(evidence: Evidence, chain: Chain) -> Mapping[str, int]:
    return {severity.id: severity.rank for severity in ranked(evidence, chain)}


def swapped(
    evidence: Evidence, chain: Chain, one: Alerted, key: Literal["acknowledge_within", "escalate_after"]
) -> Iterator[tuple[Timed, Timed]]:
    """The times of a level that are longer than a milder one; working time runs by the clock of its severity."""
    times: DurationBySeverity | None = getattr(one.level, key)
    if times is None or not times.by_severity:
        return
    matrix = evidence.playbook.matrices[chain.severity_matrix]
    yield from too_long(
        [
            Timed(severity.id, time, severity.clock, ("levels", one.index, key, severity.id))
            for severity in in_order(matrix).values()
            if severity.id in one.severities and (time := times.at(severity.id))
        ]
    )


_NAME = {"inform": "role", "lateral": "to"}


def lacking(
    evidence: Evidence, chain: Chain, entries: Literal["inform", "lateral"], key: str
) -> Iterator[tuple[Place, dict[str, str | int]]]:
    """The entries that say nothing under `key`, by their roles."""
    for index, entry in enumerate(getattr(chain, entries)):
        if not getattr(entry, key):
            name = _NAME[entries]
            yield evidence.at(chain, entries, index, name), {"role": getattr(entry, name)}


def approved(evidence: Evidence, chain: Chain) -> Iterator[tuple[Place, dict[str, str | int], Lateral]]:
    """The lateral paths for which some role has to agree."""
    for index, lateral in enumerate(chain.lateral):
        if lateral.approval not in (None, "none"):
            params: dict[str, str | int] = {"role": lateral.to, "approval": str(lateral.approval)}
            yield evidence.at(chain, "lateral", index, "approval"), params, lateral
