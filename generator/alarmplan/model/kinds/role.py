from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alarmplan.model.document import Document
from alarmplan.model.money import Money
from alarmplan.model.place import Route
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDecision:
    """A decision taken only together with the roles in `with_`."""

    decision: str
    with_: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitedDecision:
    """A decision taken only in some severities, and only together with the roles in `with_` if there are any."""

    decision: str
    severity_matrix: str
    severities: tuple[str, ...]
    with_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """`budget` is per incident."""

    alone: tuple[str, ...] = ()
    jointly: tuple[JointDecision, ...] = ()
    limited: tuple[LimitedDecision, ...] = ()
    budget: Money | None = None
    audiences: tuple[str, ...] = ()

    def entries(self) -> Iterator[tuple[Route, str, tuple[str, ...]]]:
        """Where each decision stands, the decision, and with whom it is taken: with nobody where that is alone."""
        for index, decision in enumerate(self.alone):
            yield ("alone", index), decision, ()
        for index, joint in enumerate(self.jointly):
            yield ("jointly", index), joint.decision, joint.with_
        for index, limit in enumerate(self.limited):
            yield ("limited", index), limit.decision, limit.with_

    def held_in(
        self, matrix: str, severity: str, *, or_elsewhere: bool = False
    ) -> Iterator[tuple[Route, str, tuple[str, ...]]]:
        """The same, without what is limited to other severities.

        What is limited to severities of another matrix counts only with `or_elsewhere`.
        """
        for route, decision, partners in self.entries():
            limit = self.limited[int(route[1])] if route[0] == "limited" else None
            if limit is None or limit.severity_matrix != matrix:
                counts = limit is None or or_elsewhere
            else:
                counts = severity in limit.severities
            if counts:
                yield route, decision, partners

    @property
    def decides(self) -> bool:
        """Whether it holds any decision at all."""
        return bool(self.alone or self.jointly or self.limited)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """`for_` says where the contact holds, if not everywhere: one seat may be staffed at several sites."""

    calendar: str
    via: str
    contact: Text
    for_: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    people: int | None = None
    schedule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Document):
    """A seat. Where it says nothing of its own, it is reached like the seats of the `same_person_as`."""

    purpose: Text
    mandate: Mandate = Mandate()
    must_not: tuple[Text, ...] = ()
    tasks: tuple[Text, ...] = ()
    reachable: tuple[Reachable, ...] = ()
    deputies: tuple[str, ...] = ()
    skills: tuple[Text, ...] = ()
    external: bool = False
    rota: Rota | None = None
    same_person_as: tuple[str, ...] = ()
    aliases: tuple[Text, ...] = ()
