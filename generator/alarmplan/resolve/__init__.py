"""Ids to things: from checked documents to one playbook, with every reference known both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alarmplan.corrections import is_id
from alarmplan.model.finding import Finding, Findings
from alarmplan.model.kinds import KINDS
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key, Playbook, Reference
from alarmplan.model.source import LoadedDocument, Lost
from alarmplan.resolve.build import build
from alarmplan.resolve.inherit import reached
from alarmplan.resolve.mentions import Mentions, collect, guess_kind, ids_within
from alarmplan.resolve.references import Known, missing, well_formed
from alarmplan.schemas import homes, texts_in


def resolve(
    documents: tuple[LoadedDocument, ...], misshapen: tuple[LoadedDocument, ...] = (), lost: Lost | None = None
) -> tuple[Playbook | None, Findings]:
    """The playbook of sound documents, or None where no organisation says what it is.

    It has one organisation: what rules find in the playbook as a whole would be found twice. Documents that
    are `misshapen` are no part of it, but their references are followed all the same; ids that were `lost`
    with a file are not missed.
    """
    lost = lost or Lost()
    mentions = [collect(document, document.data["kind"]) for document in documents]
    kinds = {document.path: guess_kind(document) for document in misshapen}
    strays = [collect(document, kind) for document in misshapen if (kind := kinds[document.path])]
    declared, _ = _declare(mentions)
    everything, doubled = _declare((*mentions, *strays))
    references = tuple(reference for mention in mentions for reference in mention.references)
    astray = (
        reference
        for stray in strays
        for reference in stray.references
        if well_formed(reference.target)  # another form is a finding of its own
    )
    known = Known(
        everything,
        frozenset(key for stray in strays for key in stray.nearly),
        tuple(key for stray in strays for key in stray.nameless),
        frozenset(lost.ids).union(
            *(stray.hidden for stray in strays),
            *(ids_within(document.data) for document in misshapen if not kinds[document.path]),
        ),
        _files(documents, kinds),
        frozenset(KINDS) if lost.unknown or None in kinds.values() else lost.kinds,
    )
    findings = [
        *doubled,
        *missing((*references, *astray), known),
        *(finding for mention in (*mentions, *strays) for finding in mention.findings),
    ]
    built = tuple(sorted((build(document) for document in documents), key=lambda item: (item.kind, item.id)))
    organisations = [document for document in built if isinstance(document, Organisation)]
    if not organisations:
        if not {"organisation", None} & {*lost.kinds, *kinds.values()}:
            place = Place(documents[0].path if documents else "", offset=0)
            findings.append(Finding("organisation-missing", place))
        return None, tuple(findings)
    organisation, *others = organisations
    findings.extend(_untranslated((*mentions, *strays), organisation.languages))
    for other in others:
        if other.id != organisation.id:  # with the same id it is doubled already
            first, second = (declared[Key("organisation", item.id)] for item in (organisation, other))
            findings.append(Finding("organisation-doubled", second, {}, (first,)))
    playbook = Playbook(
        organisation,
        reached(tuple(item for item in built if item is organisation or not isinstance(item, Organisation))),
        declared,
        references,
        passages={document.path: mention.passages for document, mention in zip(documents, mentions, strict=True)},
        incomplete=_incomplete(
            references, declared, (*kinds.values(), *(other.kind for other in others)), lost, doubled
        ),
    )
    return playbook, tuple(findings)


def _files(documents: Iterable[LoadedDocument], misshapen: Mapping[str, str | None]) -> dict[str, str]:
    """Where the first file of each kind is."""
    pairs = [*((document.kind, document.path) for document in documents), *((k, p) for p, k in misshapen.items())]
    return {kind: path for kind, path in reversed(pairs) if kind}


def _incomplete(
    references: Iterable[Reference],
    declared: Mapping[Key, Place],
    odd: Iterable[str | None],
    lost: Lost,
    doubled: Iterable[Finding],
) -> frozenset[str]:
    """The kinds of documents that dropped out, or in which something is doubled, or missing that is referred to.

    If nobody can tell of which kind one was, it may have been any.
    """
    wanted = {reference.target.kind for reference in references if reference.target not in declared}
    wanted.update(str(finding.params["kind"]) for finding in doubled)
    found = {*odd, *lost.kinds, *(homes().get(kind, kind) for kind in wanted)}
    known = frozenset(kind for kind in found if kind in KINDS)
    return frozenset(KINDS) if lost.unknown or known < found else known


def _declare(mentions: Iterable[Mentions]) -> tuple[dict[Key, Place], list[Finding]]:
    declared: dict[Key, Place] = {}
    findings: list[Finding] = []
    for mention in mentions:
        for key, place in mention.declarations:
            if not is_id(key.id):
                continue
            first = declared.setdefault(key, place)
            if first is not place:
                findings.append(Finding("id-doubled", place, {"kind": key.kind, "id": key.id}, (first,)))
    return declared, findings


def _untranslated(mentions: Iterable[Mentions], languages: tuple[str, ...]) -> Iterable[Finding]:
    for mention in mentions:
        for place, present in mention.translations:
            if not present or not present <= texts_in():
                continue  # empty, or with a key that is no language: found already
            for language in languages:
                if language not in present | mention.strange:  # a language beside its text is in the wrong place
                    yield Finding("translation-missing", place, {"language": language})
