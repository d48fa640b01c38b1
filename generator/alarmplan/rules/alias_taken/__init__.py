from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import Severity, SeverityMatrix
from alarmplan.model.place import Place, Route
from alarmplan.model.text import Text
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.same_words import folded, written


@judges(Organisation, reads=(Role,))
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding for each alias. Every matrix has words of its own; seats of one person may share their name."""
    persons = evidence.facts.persons
    roles = evidence.playbook.roles.items()
    yield from _among("role", [_Named(evidence, role, (), role, persons[id]) for id, role in roles])
    for matrix in evidence.playbook.of(SeverityMatrix).values():
        levels = enumerate(matrix.levels)
        yield from _among(
            "severity", [_Named(evidence, matrix, ("levels", index), one, {one.id}) for index, one in levels]
        )


@dataclass(frozen=True, slots=True)
class _Named:
    """A role or a severity at `route` of its document; `selves` are the ids of all that may be called like it."""

    evidence: Evidence
    document: Document
    route: Route
    thing: Role | Severity
    selves: Collection[str]

    def said(self, text: Text, *route: str | int) -> Iterator[tuple[str, str, Place]]:
        """Language, words and place of one of its names."""
        for language, words, at in written(text, (*self.route, *route), self.evidence.playbook.languages):
            yield language, words, self.evidence.at(self.document, *at)


@dataclass(slots=True)
class _Claims:
    """Who was the first to be called so, and where that stands, by language and words."""

    first: dict[tuple[str, str], tuple[str, Place]] = field(default_factory=dict)

    def claim(self, named: _Named, text: Text, *route: str | int) -> tuple[str, Place, str, Place] | None:
        """The name that is taken, if one is: the words, their place, who has them, and where."""
        taken = None
        for language, words, place in named.said(text, *route):
            id, earlier = self.first.setdefault((language, folded(words)), (named.thing.id, place))
            if id not in named.selves and taken is None:
                taken = (words, place, id, earlier)
        return taken


def _among(kind: str, things: Sequence[_Named]) -> Iterator[Fault]:
    if not any(named.thing.aliases for named in things):
        return
    claims = _Claims()
    for named in things:
        claims.claim(named, Text(everywhere=named.thing.id), "id")
    for named in things:
        claims.claim(named, named.thing.title, "title")
    for named in things:
        for index, alias in enumerate(named.thing.aliases):
            if taken := claims.claim(named, alias, "aliases", index):
                words, place, taker, earlier = taken
                params = {"kind": kind, "alias": words, "id": named.thing.id, "taker": taker}
                yield Fault(place, params, (earlier,))
