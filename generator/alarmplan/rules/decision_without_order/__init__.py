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
from alarmplan.rules.alerted import SHOWN
from alarmplan.rules.check import judges


@judges(Chain, reads=(Decisions, Role, SeverityMatrix))
def check(evidence: Evidence, chain: Chain) -> Iterator[Finding]:
    """One finding per level. Where any answer will do, whoever answered first decides; so only where all have to."""
    for index, level in enumerate(chain.levels):
        if level.answer != "all" or len(level.roles) < 2 or level.id not in evidence.facts.reached[chain.id]:
            continue
        roles = [evidence.playbook.roles[role] for role in level.roles]
        if disputed := _disputed(evidence, roles):
            params = {"level": level.id, "decisions": ", ".join(disputed), "roles": _names(roles, disputed)}
            related = tuple(
                evidence.at(role, "mandate", "alone", role.mandate.alone.index(decision))
                for decision in disputed
                for role in roles
                if decision in role.mandate.alone
            )
            place = evidence.at(chain, "levels", index, "roles", key=True)
            yield Finding("decision-without-order", place, params, related[:SHOWN])


def _disputed(evidence: Evidence, roles: Sequence[Role]) -> list[str]:
    pairs = [pair for pair in combinations(roles, 2) if not _ordered(evidence, *pair)]
    both = {
        decision: pair for pair in pairs for decision in pair[0].mandate.alone if decision in pair[1].mandate.alone
    }
    return [decision for decision, pair in both.items() if not _says_who(evidence, decision, pair)]


def _ordered(evidence: Evidence, one: Role, other: Role) -> bool:
    """Whether they are one person, or one stands in for the other."""
    return other.id in evidence.facts.persons[one.id] or other.id in one.deputies or one.id in other.deputies


def _says_who(evidence: Evidence, decision: str, pair: Sequence[Role]) -> bool:
    """Whether the description of the decision links to one of them."""
    description = evidence.playbook.decisions[decision].description
    targets = [target for text in description.all() for target in links(text)] if description else []
    return any(target.kind == "role" and target.id == role.id for target in targets for role in pair)


def _names(roles: Sequence[Role], decisions: Sequence[str]) -> str:
    return ", ".join(role.id for role in roles if set(role.mandate.alone) & set(decisions))
