"""Ids to things: from checked documents to one playbook, with every reference known both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key, Playbook, Reference
from alarmplan.model.source import LoadedDocument, Lost
from alarmplan.resolve.build import build
from alarmplan.resolve.mentions import Mentions, collect
from alarmplan.suggest import suggest

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def resolve(
    documents: tuple[LoadedDocument, ...], misshapen: tuple[LoadedDocument, ...] = (), lost: Lost | None = None
) -> tuple[Playbook | None, Findings]:
    """The playbook of sound documents, or None where no organisation says what it is.

    Documents that are `misshapen` are no part of it, but their references are followed all the same;
    ids that were `lost` with a file are not missed.
    """
    lost = lost or Lost()
    mentions = [collect(document) for document in documents]
    declared, doubled = _declare(mentions)
    references = tuple(reference for mention in mentions for reference in mention.references)
    strays = [collect(document) for document in misshapen]
    known = declared.keys() | {key for stray in strays for key, _ in stray.declarations}
    astray = tuple(
        reference
        for stray in strays
        for reference in stray.references
        if _well_formed(reference.target)  # another form is a finding of its own
    )
    findings = [
        *doubled,
        *_missing((*references, *astray), declared, known, lost),
        *(finding for mention in mentions for finding in mention.findings),
    ]
    built = tuple(sorted((build(document) for document in documents), key=lambda item: (item.kind, item.id)))
    organisations = [document for document in built if isinstance(document, Organisation)]
    if not organisations:
        if "organisation" not in lost.kinds | {document.kind for document in misshapen}:
            place = Place(documents[0].path if documents else "", offset=0)
            findings.append(Finding("organisation-missing", place))
        return None, tuple(findings)
    organisation = organisations[0]
    findings.extend(_untranslated(mentions, organisation.languages))
    for other in organisations[1:]:
        if other.id != organisation.id:  # with the same id it is doubled already
            first, second = (declared[Key("organisation", item.id)] for item in (organisation, other))
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


def _well_formed(key: Key) -> bool:
    return all(_ID.fullmatch(part) for part in ((key.id, key.scope) if key.kind in _SCOPES else (key.id,)))


def _missing(
    references: tuple[Reference, ...], declared: Mapping[Key, Place], known: AbstractSet[Key], lost: Lost
) -> Iterable[Finding]:
    by_family: dict[tuple[str, str], list[str]] = {}
    for key in declared:
        by_family.setdefault((key.kind, key.scope), []).append(key.id)
    missing = {(reference.source, reference.target) for reference in references if reference.target not in known}
    for reference in references:
        key = reference.target
        if key in known or key.id in lost.ids or (reference.source, _scope(key)) in missing:
            continue
        suggestion = suggest(key.id, by_family.get((key.kind, key.scope), ())) or ""
        related = (declared[Key(key.kind, suggestion, key.scope)],) if suggestion else ()
        params = {"kind": key.kind, "id": key.id, "suggestion": suggestion}
        yield Finding("reference-missing", reference.place, params, related)


_SCOPES = {"severity": "severity-matrix", "status": "severity-matrix", "level": "chain"}


def _scope(key: Key) -> Key | None:
    """The document within which the id is unique. Where a document refers to it in vain, that is one mistake."""
    return Key(_SCOPES[key.kind], key.scope) if key.kind in _SCOPES else None


def _untranslated(mentions: Iterable[Mentions], languages: tuple[str, ...]) -> Iterable[Finding]:
    for mention in mentions:
        for place, present in mention.translations:
            for language in languages:
                if language not in present:
                    yield Finding("translation-missing", place, {"language": language})
