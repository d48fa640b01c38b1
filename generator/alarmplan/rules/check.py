"""How a rule looks at a playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds import KINDS

D = TypeVar("D", bound=Document)

EVERYTHING = tuple(KINDS.values())

_NAMES = {document: kind for kind, document in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Check:
    """`find` judges one document of the class `about`; of the class Document: every one.

    `reads` are the kinds of other documents on which the verdict depends.
    """

    find: Callable[[Evidence, Any], Iterable[Finding]]
    about: type[Document]
    reads: frozenset[str]


def judges(
    about: type[D], *, reads: tuple[type[Document], ...] = ()
) -> Callable[[Callable[[Evidence, D], Iterable[Finding]]], Check]:
    """Makes a check of a function that judges one document with the playbook around it.

    What concerns the playbook as a whole is about its organisation. `reads` are the classes of other
    documents that the verdict depends on, and `about` itself where it follows references within: while one
    of that kind is missing or broken, the rule is silent, since what it would find may follow from that.
    """
    names = frozenset(_NAMES[read] for read in reads)

    def check(find: Callable[[Evidence, D], Iterable[Finding]]) -> Check:
        return Check(find, about, names)

    return check
