from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations

from alarmplan.model.evidence import Evidence
from alarmplan.model.inline import links
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain, Level
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, judges


@judges(Chain, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Fault]:
    """One finding per level. Where any answer will do, who answered first decides; so only where all have to."""
    for index, level in enumerate(chain.levels):
        if level.answer != "all" or len(level.roles) < 2:
            continue
        disputed: dict[str, dict[str, Place]] = {}
        for severity in evidence.facts.reached[chain.id].get(level.id, ()):
            for decision, holders in _disputed(evidence, chain, level, severity).items():
                disputed.setdefault(decision, {}).update(holders)
        if disputed:
            roles = dict.fromkeys(role for holders in disputed.values() for role in holders)
            params = {"level": level.id, "decisions": ", ".join(disputed), "roles": ", ".join(roles)}
            related = tuple(place for holders in disputed.values() for place in holders.values())
            place = evidence.at(chain, "levels", index, "roles", key=True)
            yield Fault(place, params, related)


def _disputed(evidence: Evidence, chain: Chain, level: Level, severity: str) -> dict[str, dict[str, Place]]:
    """What several of the roles decide alone while nothing says who goes first, and where they may."""
    holders: dict[str, dict[str, Place]] = {}
    for role in (evidence.playbook.roles[id] for id in level.roles):
        for route, decision, partners in role.mandate.held_in(chain.severity_matrix, severity):
            if not partners:
                holders.setdefault(decision, {})[role.id] = evidence.at(role, "mandate", *route)
    return {
        decision: of_decision
        for decision, of_decision in holders.items()
        if any(not _ordered(evidence, *pair) for pair in combinations(of_decision, 2))
        and not _says_who(evidence, decision, of_decision)
    }


def _ordered(evidence: Evidence, one: str, other: str) -> bool:
    """Whether they are one person, or one stands in for the other."""
    roles = evidence.playbook.roles
    return other in evidence.facts.persons[one] or other in roles[one].deputies or one in roles[other].deputies


def _says_who(evidence: Evidence, decision: str, roles: Collection[str]) -> bool:
    """Whether the description of the decision links to one of them."""
    description = evidence.playbook.decisions[decision].description
    targets = [target for text in description.all() for target in links(text)] if description else []
    return any(target.kind == "role" and target.id in roles for target in targets)
