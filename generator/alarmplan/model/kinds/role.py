from __future__ import annotations

from dataclasses import dataclass

from alarmplan.model.document import Document
from alarmplan.model.money import Money
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDecision:
    """A decision taken only together with the roles in `with_`."""

    decision: str
    with_: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """`budget` is per incident."""

    alone: tuple[str, ...] = ()
    jointly: tuple[JointDecision, ...] = ()
    budget: Money | None = None
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    calendar: str
    via: str
    contact: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    people: int | None = None
    schedule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Document):
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
