"""How a rule looks at a playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds import KINDS
from alarmplan.model.place import Place

D = TypeVar("D", bound=Document)

EVERYTHING = tuple(KINDS.values())

_NAMES = {document: kind for kind, document in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check finds: a finding, but for the rule. Of the `related` places the first few are shown.

    It is `repeated` where the same mistake was made at each of them: then an author has to except each by itself.
    """

    place: Place
    params: Mapping[str, str | int] = field(default_factory=dict)
    related: Sequence[Place] = ()
    repeated: bool = False


def fault(places: Sequence[Place], params: Mapping[str, str | int]) -> Fault:
    """What is wrong in the same way at several places: at the first, and repeated at the others."""
    first, *others = places
    return Fault(first, params, others, repeated=True)


@dataclass(frozen=True, slots=True)
class Check:
    """`find` judges one document of the class `about`; of the class Document: every one.

    `reads` are the kinds of other documents on which the verdict depends.
    """

    find: Callable[[Evidence, Any], Iterable[Fault]]
    about: type[Document]
    reads: frozenset[str]


def judges(
    about: type[D], *, reads: tuple[type[Document], ...] = ()
) -> Callable[[Callable[[Evidence, D], Iterable[Fault]]], Check]:
    """Makes a check of a function that judges one document with the playbook around it.

    What concerns the playbook as a whole is about its organisation. `reads` are the classes of other
    documents that the verdict depends on, and `about` itself where it follows references within: while one
    of that kind is missing or broken, the rule is silent, since what it would find may follow from that.
    """
    names = frozenset(_NAMES[read] for read in reads)

    def check(find: Callable[[Evidence, D], Iterable[Fault]]) -> Check:
        return Check(find, about, names)

    return check
