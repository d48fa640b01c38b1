"""Ids to things: from checked documents to one playbook, with every reference known both ways."""

from __future__ import annotations

from collections.abc import Iterable

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key, Playbook, Reference
from alarmplan.model.source import LoadedDocument
from alarmplan.resolve.build import build
from alarmplan.resolve.mentions import Mentions, collect
from alarmplan.suggest import suggest


def resolve(
    documents: tuple[LoadedDocument, ...], dropped: tuple[LoadedDocument, ...] = ()
) -> tuple[Playbook | None, Findings]:
    """The playbook, or None where no organisation says what it is.

    `dropped` documents failed before: their ids stay known, so that references to them are no
    further mistake.
    """
    mentions = [collect(document) for document in documents]
    declared, doubled = _declare(mentions)
    lost = {key for document in dropped for key in _keys_of(document)}
    references = tuple(reference for mention in mentions for reference in mention.references)
    findings = [
        *doubled,
        *_missing(references, declared, lost),
        *(finding for mention in mentions for finding in mention.findings),
    ]
    built = tuple(sorted((build(document) for document in documents), key=lambda item: (item.kind, item.id)))
    organisations = [document for document in built if isinstance(document, Organisation)]
    if not organisations:
        if not any(document.kind == "organisation" for document in dropped):
            findings.append(
                Finding("organisation-missing", Place(documents[0].path if documents else "", offset=0))
            )
        return None, tuple(findings)
    organisation = organisations[0]
    findings.extend(_untranslated(mentions, organisation.languages))
    if len(organisations) > 1:
        first, second = (declared[Key("organisation", item.id)] for item in organisations[:2])
        findings.append(Finding("organisation-doubled", second, {}, (first,)))
    return Playbook(organisation, built, declared, references), tuple(findings)


def _declare(mentions: Iterable[Mentions]) -> tuple[dict[Key, Place], list[Finding]]:
    declared: dict[Key, Place] = {}
    findings: list[Finding] = []
    for mention in mentions:
        for key, place in mention.declarations:
            first = declared.setdefault(key, place)
            if first is not place:
                findings.append(Finding("id-doubled", place, {"kind": key.kind, "id": key.id}, (first,)))
    return declared, findings


def _missing(references: Iterable[Reference], declared: dict[Key, Place], lost: set[Key]) -> Iterable[Finding]:
    by_family: dict[tuple[str, str], list[str]] = {}
    for key in declared:
        by_family.setdefault((key.kind, key.scope), []).append(key.id)
    for reference in references:
        key = reference.target
        if key in declared or key in lost or Key(_scope_kind(key.kind), key.scope) in lost:
            continue
        suggestion = suggest(key.id, by_family.get((key.kind, key.scope), ())) or ""
        related = (declared[Key(key.kind, suggestion, key.scope)],) if suggestion else ()
        params = {"kind": key.kind, "id": key.id, "suggestion": suggestion}
        yield Finding("reference-missing", reference.place, params, related)


def _scope_kind(kind: str) -> str:
    """The kind of document within which ids of `kind` are unique."""
    return {"severity": "severity-matrix", "status": "severity-matrix", "level": "chain"}.get(kind, kind)


def _keys_of(document: LoadedDocument) -> Iterable[Key]:
    """The ids that a broken document would have declared, as far as they can be seen."""
    try:
        return [key for key, _ in collect(document).declarations]
    except (AttributeError, KeyError, TypeError):  # any shape is possible here
        return []


def _untranslated(mentions: Iterable[Mentions], languages: tuple[str, ...]) -> Iterable[Finding]:
    for mention in mentions:
        for place, present in mention.translations:
            for language in languages:
                if language not in present:
                    yield Finding("translation-missing", place, {"language": language})
