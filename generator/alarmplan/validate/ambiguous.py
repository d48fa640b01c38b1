"""Values without quotes that other programs take for something else, except where the schema expects just that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.kinds import KINDS
from alarmplan.model.place import Place
from alarmplan.model.source import LoadedDocument
from alarmplan.schemas import Schema, deref, kind_schema

_EXPECTED = frozenset({"date", "day", "time"})  # written without quotes by everybody, and read by nobody else
_ENOUGH = 100  # of one file: nobody mends more before the next run
_LONGEST = 40


def ambiguous(documents: tuple[LoadedDocument, ...], findings: Findings) -> Findings:
    """One finding per value; none where there is one of `findings` already."""
    taken = {(finding.place.path, finding.place.route) for finding in findings}
    return tuple(
        Finding("yaml-ambiguous", place, {"value": _short(written)})
        for document in documents
        for place, written in islice(_candidates(document), _ENOUGH)
        if (place.path, place.route) not in taken
    )


def _candidates(document: LoadedDocument) -> Iterator[tuple[Place, str]]:
    if document.kind in KINDS:
        for place, written in document.ambiguous.items():
            schema = _schema_at(document.kind, place)
            if schema is not None and schema.get("x-value") not in _EXPECTED:
                yield place, written


def _schema_at(kind: str, place: Place) -> Schema | None:
    """What the schema says of a value or key; None where nothing is foreseen, which is a finding of its own."""
    schema: Schema = deref(kind_schema(kind))
    for position, step in enumerate(place.route):
        own = schema.get("properties", {}).get(step)
        inner = schema.get("items") if isinstance(step, int) else own or schema.get("additionalProperties")
        if not isinstance(inner, Mapping):
            return None
        if place.at_key and position == len(place.route) - 1:
            return deref(schema.get("propertyNames", {}))
        schema = deref(inner)
    return schema


def _short(written: str) -> str:
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
