from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Audiences
from alarmplan.model.kinds.chain import Chain, Inform
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import Severity, SeverityMatrix
from alarmplan.model.text import Text
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import alerts, in_use, ranked


class _Milder(NamedTuple):
    """The nearest milder severity in which an audience is told, and where that stands."""

    severity: str
    level: int
    update: int


@judges(SeverityMatrix, reads=(Audiences, Chain, Role, SeverityMatrix, Template))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding for each severity in which somebody is alerted, with all audiences forgotten there.

    A severity in which nobody at all is told is found already.
    """
    if not in_use(evidence, matrix):
        return
    milder: dict[str, _Milder] = {}
    for index, severity in reversed(list(ranked(matrix).items())):
        named = {update.audience for update in severity.updates}
        judged = alerts(evidence, matrix, severity) and (named or _informs(evidence, matrix, severity))
        absent = milder.keys() - named if judged else ()
        if forgotten := {
            one: milder[one] for one in sorted(absent) if not _tells(evidence, matrix, severity, one)
        }:
            yield _finding(evidence, matrix, index, forgotten)
        for number, update in enumerate(severity.updates):
            if not update.is_none:
                milder[update.audience] = _Milder(severity.id, index, number)


def _finding(evidence: Evidence, matrix: SeverityMatrix, index: int, forgotten: Mapping[str, _Milder]) -> Fault:
    severity = matrix.levels[index]
    key = "updates" if severity.updates else "id"
    place = evidence.at(matrix, "levels", index, key, key=key == "updates")
    related = [evidence.at(matrix, "levels", one.level, "updates", one.update) for one in forgotten.values()]
    audiences = ", ".join(f"{audience} ({one.severity})" for audience, one in forgotten.items())
    params = {"severity": severity.id, "audiences": audiences}
    return Fault(place, params, related)


def _informs(evidence: Evidence, matrix: SeverityMatrix, severity: Severity) -> list[Inform]:
    """Whom the chains inform in a severity."""
    edges = (edge for chain in evidence.playbook.chains_of[matrix.id] for edge in chain.inform)
    return [edge for edge in edges if not edge.severities or severity.id in edge.severities]


def _tells(evidence: Evidence, matrix: SeverityMatrix, severity: Severity, audience: str) -> bool:
    """Whether they hear of it in another way: informed or alerted by a chain, or named in something to be done."""
    templates = evidence.playbook.of(Template)
    for edge in _informs(evidence, matrix, severity):
        if audience == edge.role or (edge.template and audience == templates[edge.template].audience):
            return True
    chains = {chain.id for chain in evidence.playbook.chains_of[matrix.id]}
    alerted = evidence.facts.alerts.get(audience, ())  # where a role has the same name
    if any(severity.id in alert.severities and alert.chain in chains for alert in alerted):
        return True
    return _named(evidence, audience, severity.actions)


def _named(evidence: Evidence, audience: str, actions: Iterable[Text]) -> bool:
    """Whether one of the texts links to the audience, or holds the beginning of a word of its title."""
    title = evidence.playbook.audiences[audience].title
    stems = {word[: max(4, len(word) - 2)].casefold() for said in title.all() for word in said.split()}
    stems = {stem for stem in stems if len(stem) >= 4} | {f"audience:{audience})"}
    return any(stem in said.casefold() for text in actions for said in text.all() for stem in stems)
