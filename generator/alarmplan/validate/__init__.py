"""Against the schemas: the fast engine says whether, the other one says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.kinds import KINDS
from alarmplan.model.place import Place
from alarmplan.model.source import LoadedDocument
from alarmplan.schemas import likely_kind
from alarmplan.validate.engine import is_valid
from alarmplan.validate.values import token


def validate(documents: tuple[LoadedDocument, ...]) -> tuple[tuple[LoadedDocument, ...], Findings]:
    """The documents that have the shape of their kind, and what is wrong with the others."""
    sound: list[LoadedDocument] = []
    findings: list[Finding] = []
    for document in documents:
        trouble = _check(document)
        if trouble:
            findings.extend(trouble)
        else:
            sound.append(document)
    return tuple(sound), tuple(findings)


def _check(document: LoadedDocument) -> list[Finding]:
    if document.data.get("kind") is None:
        return [_no_kind(document)]
    kind = document.kind
    if kind not in KINDS:
        written = token(document.data["kind"])
        suggestion = likely_kind(written, document.data.keys()) or ""
        params = {"written": written, "suggestion": suggestion, "kinds": ", ".join(KINDS)}
        finding = Finding("kind-unknown", Place(document.path, ("kind",)), params)
        return [finding, *(_shape(document, {**document.data, "kind": suggestion}) if suggestion else ())]
    return _shape(document, document.data)


def _shape(document: LoadedDocument, data: Mapping[str, Any]) -> list[Finding]:
    kind = str(data["kind"])
    if is_valid(kind, data):
        return []
    from alarmplan.validate.explain import explain  # the slow engine is imported only when needed

    return explain(document.path, kind, data, document.bare, document.decimals)


def _no_kind(document: LoadedDocument) -> Finding:
    """At `kind` without a value, at a key of another name with a kind behind it, or at the top of the file."""
    meant = next((key for key, value in document.data.items() if isinstance(value, str) and value in KINDS), None)
    if meant and "kind" not in document.data:
        params = {"key": token(meant), "suggestion": "kind", "known": "kind"}
        return Finding("key-unknown", Place(document.path, (meant,), at_key=True), params)
    route = ("kind",) if "kind" in document.data else ()
    return Finding("kind-missing", Place(document.path, route, at_key=True), {"kinds": ", ".join(KINDS)})
