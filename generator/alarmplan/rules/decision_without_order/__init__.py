from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.inline import links
from alarmplan.model.kinds.catalogues import Decisions
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.rules.check import judges
from alarmplan.rules.seats import SHOWN


@judges(Chain, reads=(Chain, Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding per level. Where any answer will do, who answered first decides; so only where all have to."""
    for index, level in enumerate(chain.levels):
        if level.answer != "all" or len(level.roles) < 2 or level.id not in evidence.facts.reached[chain.id]:
            continue
        disputed = _disputed(evidence, [evidence.playbook.roles[role] for role in level.roles])
        if disputed:
            roles = dict.fromkeys(role.id for of_decision in disputed.values() for role in of_decision)
            params = {"level": level.id, "decisions": ", ".join(disputed), "roles": ", ".join(roles)}
            related = tuple(
                evidence.at(role, "mandate", "alone", role.mandate.alone.index(decision))
                for decision, of_decision in disputed.items()
                for role in of_decision
            )
            place = evidence.at(chain, "levels", index, "roles", key=True)
            yield Finding("decision-without-order", place, params, related[:SHOWN])


def _disputed(evidence: Evidence, roles: Sequence[Role]) -> dict[str, list[Role]]:
    """The decisions that several of the roles take alone while nothing says who goes first, and which roles."""
    holders: dict[str, list[Role]] = {}
    for role in roles:
        for decision in role.mandate.alone:
            holders.setdefault(decision, []).append(role)
    return {
        decision: of_decision
        for decision, of_decision in holders.items()
        if any(not _ordered(evidence, *pair) for pair in combinations(of_decision, 2))
        and not _says_who(evidence, decision, of_decision)
    }


def _ordered(evidence: Evidence, one: Role, other: Role) -> bool:
    """Whether they are one person, or one stands in for the other."""
    return other.id in evidence.facts.persons[one.id] or other.id in one.deputies or one.id in other.deputies


def _says_who(evidence: Evidence, decision: str, roles: Sequence[Role]) -> bool:
    """Whether the description of the decision links to one of them."""
    description = evidence.playbook.decisions[decision].description
    targets = [target for text in description.all() for target in links(text)] if description else []
    return any(target.kind == "role" and target.id == role.id for target in targets for role in roles)
