"""Text to plain data. A file that cannot be read as one YAML mapping drops out with a finding."""

from __future__ import annotations

from collections.abc import Iterable

from alarmplan.load.compose import compose
from alarmplan.load.construct import construct
from alarmplan.load.foreign import foreign_format
from alarmplan.load.trouble import YamlError
from alarmplan.model.finding import Finding, Findings
from alarmplan.model.place import Place
from alarmplan.model.source import MAX_BYTES, LoadedDocument, Source, intended_name


def load(source: Source) -> tuple[tuple[LoadedDocument, ...], Findings]:
    documents: list[LoadedDocument] = []
    findings = [_refused(path, rule) for path, rule in source.refused.items()]
    for path, content in source.files.items():
        document, trouble = load_file(path, content)
        findings.extend(trouble)
        if document is not None:
            documents.append(document)
    return tuple(documents), tuple(findings)


def _refused(path: str, rule: str) -> Finding:
    return Finding(rule, Place(path, offset=0), {"limit": MAX_BYTES // 1024**2, "name": intended_name(path)})


def decoded(path: str, content: bytes) -> str | Finding:
    """The text of a file, or why there is none."""
    if len(content) > MAX_BYTES:
        return _refused(path, "file-too-large")
    if program := foreign_format(content):
        return Finding("yaml-not-text", Place(path, offset=0), {"format": program})
    if content[:2].count(0) == 1 and content.count(0) > 1 + len(content) // 4:  # UTF-16 without its mark
        return Finding("yaml-not-utf8", Place(path, offset=0))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = len(error.object[: error.start].decode())  # of the text behind a byte order mark
        return Finding("yaml-not-utf8", Place(path, offset=offset))


def load_file(path: str, content: bytes) -> tuple[LoadedDocument | None, Iterable[Finding]]:
    """One file. With an error there is no document: a half-read policy would mislead."""
    text = decoded(path, content)
    if isinstance(text, Finding):
        return None, [text]
    try:
        built = construct(compose(text), path, text)
    except YamlError as trouble:
        return None, [Finding(trouble.rule, Place(path, offset=trouble.offset), trouble.params)]
    if built.findings:
        return None, [*built.findings, *built.remarks]
    if not isinstance(built.data, dict):
        return None, [Finding("yaml-not-a-mapping", Place(path, offset=0))]
    document = LoadedDocument(path, text, built.data, built.ambiguous, frozenset(built.bare), built.decimals)
    return document, built.remarks
