"""The whole policy: every document, every id, every reference, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from alarmplan.model.document import Document
from alarmplan.model.kinds.catalogues import (
    Audience,
    Audiences,
    Channel,
    Channels,
    Decision,
    Decisions,
    HardTrigger,
    SoftTrigger,
    Triggers,
)
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.organisation import Calendar, Organisation
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place

D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Names one thing of the playbook. `scope` is the id of the document within which `id` is unique."""

    kind: str
    id: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """`source` is the document that refers, `place` where it does, `target` to what; `besides` are the words that
    could stand there without being an id.
    """

    source: Key
    place: Place
    target: Key
    besides: tuple[str, ...] = ()


@dataclass(frozen=True)
class Playbook:
    """A policy whose documents are each sound by themselves.

    Lookups by id may fail where a reference is broken; the gate before rendering sees to it that
    pages never meet such a playbook. `declared` says where each id stands, `passages` the authored texts
    of each file by its path. `incomplete` are the kinds of documents of which some part is missing or broken.
    """

    organisation: Organisation
    documents: tuple[Document, ...]
    declared: Mapping[Key, Place] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    passages: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()

    @cached_property
    def _by_type(self) -> Mapping[type[Document], Mapping[str, Document]]:
        found: dict[type[Document], dict[str, Document]] = {}
        for document in self.documents:
            found.setdefault(type(document), {})[document.id] = document
        return found

    def of(self, kind: type[D]) -> Mapping[str, D]:
        """All documents of one kind by id, in the order of their ids."""
        return self._by_type.get(kind, {})  # type: ignore[return-value] # keyed by the very type

    @property
    def languages(self) -> tuple[str, ...]:
        return self.organisation.languages

    def path(self, document: Document) -> str:
        return self.declared[Key(document.kind, document.id)].path

    @cached_property
    def kinds_of_ids(self) -> frozenset[str]:
        """The kinds of everything that is there: `role`, `severity`, `level`."""
        return frozenset(key.kind for key in self.declared)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        return self.of(Role)

    @cached_property
    def matrices(self) -> Mapping[str, SeverityMatrix]:
        """In the order in which readers meet them."""
        found = self.of(SeverityMatrix)
        first = self.organisation.begin_with
        return {matrix: found[matrix] for matrix in sorted(found, key=lambda matrix: (matrix != first, matrix))}

    @cached_property
    def chains(self) -> Mapping[str, Chain]:
        """By matrix; of each, the chain that holds where nothing names another comes first."""
        found = self.of(Chain)
        usual = {matrix.chain for matrix in self.matrices.values()}
        order = list(self.matrices)

        def place(chain: str) -> tuple[int, bool, str]:
            matrix = found[chain].severity_matrix
            return (order.index(matrix) if matrix in order else len(order), chain not in usual, chain)

        return {chain: found[chain] for chain in sorted(found, key=place)}

    @cached_property
    def chains_of(self) -> Mapping[str, tuple[Chain, ...]]:
        """By matrix the chains that are entered with its severities; no entry where there is none."""
        found: dict[str, list[Chain]] = {}
        for chain in self.of(Chain).values():
            found.setdefault(chain.severity_matrix, []).append(chain)
        return {matrix: tuple(chains) for matrix, chains in found.items()}

    @cached_property
    def calendars(self) -> Mapping[str, Calendar]:
        return {calendar.id: calendar for calendar in self.organisation.calendars}

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        return {entry.id: entry for document in self.of(Decisions).values() for entry in document.decisions}

    @cached_property
    def audiences(self) -> Mapping[str, Audience]:
        return {entry.id: entry for document in self.of(Audiences).values() for entry in document.audiences}

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        return {entry.id: entry for document in self.of(Channels).values() for entry in document.channels}

    @cached_property
    def triggers(self) -> Mapping[str, HardTrigger | SoftTrigger]:
        return {entry.id: entry for entry in self._triggers()}

    def _triggers(self) -> Iterator[HardTrigger | SoftTrigger]:
        for document in self.of(Triggers).values():
            yield from document.hard
            yield from document.soft
