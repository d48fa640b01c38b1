"""Against the schemas: the fast engine says whether, the other one says why."""

from __future__ import annotations

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.kinds import KINDS
from alarmplan.model.place import Place
from alarmplan.model.source import LoadedDocument
from alarmplan.suggest import suggest
from alarmplan.validate.engine import is_valid


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
    if "kind" not in document.data:
        return [Finding("kind-missing", Place(document.path), {"kinds": ", ".join(KINDS)})]
    kind = document.kind
    if kind not in KINDS:
        written = str(document.data["kind"])[:60]
        params = {"written": written, "suggestion": suggest(written, KINDS) or "", "kinds": ", ".join(KINDS)}
        return [Finding("kind-unknown", Place(document.path, ("kind",)), params)]
    if is_valid(kind, document.data):
        return []
    from alarmplan.validate.explain import explain  # the slow engine is imported only when needed

    return explain(document.path, kind, document.data)
