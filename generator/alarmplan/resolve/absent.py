"""Kinds of which nothing is described at all: one finding for all that is missing of a kind, by one lost file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.model.finding import Finding
from alarmplan.model.playbook import Reference
from alarmplan.schemas import homes

_SHOWN = 5  # related places of one finding
_NAMED = 8  # ids that a message names


class Absent:
    """What is referred to, by kind; `files` says where the first file of each kind is."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._groups: dict[tuple[str, str], list[list[Reference]]] = {}

    def add(self, group: list[Reference]) -> None:
        """All that refer to one thing; what one file would describe is missing by one mistake."""
        kind = group[0].target.kind
        home = homes().get(kind, kind)
        self._groups.setdefault((home, kind if home in self._files else ""), []).append(group)

    def findings(self) -> Iterator[Finding]:
        for (home, _), groups in self._groups.items():
            kinds = sorted({group[0].target.kind for group in groups})
            ids = sorted(group[0].target.id[:60] for group in groups)
            needs = ", ".join((*ids[:_NAMED], *(["…"] if len(ids) > _NAMED else [])))
            params: dict[str, str | int] = {"many": ", ".join(kinds), "needs": needs}
            params |= {"file_kind": home, "file": self._files.get(home, ""), "places": sum(map(len, groups))}
            (first, *others) = (group[0].place for group in groups)
            yield Finding("reference-missing", first, params, tuple(others[:_SHOWN]))
