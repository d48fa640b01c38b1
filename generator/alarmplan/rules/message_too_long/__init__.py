from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.catalogues import Channels
from alarmplan.model.kinds.communication import Template
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.message import split_message
from alarmplan.model.place import Route
from alarmplan.model.text import Text
from alarmplan.rules.check import Fault, fault, judges


@judges(Template, reads=(Channels, SeverityMatrix))
def check(evidence: Evidence, template: Template) -> Iterator[Fault]:
    """One finding per text, for the narrowest of its channels. A field is as long as its example, or its title."""
    declared = evidence.playbook.channels
    for route, text, channels in _texts(template, _channels(evidence, template)):
        limits = [(limit, id) for id in channels if (limit := declared[id].max_characters) is not None]
        if not limits:
            continue
        limit, channel = min(limits)
        lengths = {language: _length(template, written, language) for language, written in text.each()}
        over = {language: length for language, length in lengths.items() if length > limit}
        if over:
            places = [evidence.at(template, *route, *([language] if language else [])) for language in over]
            params: dict[str, str | int] = {"channel": channel, "length": max(over.values()), "limit": limit}
            yield fault(places, params)


def _channels(evidence: Evidence, template: Template) -> tuple[str, ...]:
    """Its own; where it names none, those of the updates for which it has the words."""
    planned = evidence.facts.planned.get(template.id, ())
    return template.channels or tuple(dict.fromkeys(channel for row in planned for channel in row.channels))


def _texts(template: Template, channels: tuple[str, ...]) -> Iterator[tuple[Route, Text, tuple[str, ...]]]:
    """Each text, and the channels through which it goes out."""
    others = {channel for variant in template.variants for channel in variant.channels}
    yield ("body",), template.body, tuple(channel for channel in channels if channel not in others)
    for index, variant in enumerate(template.variants):
        yield ("variants", index, "body"), variant.body, variant.channels


def _length(template: Template, written: str, language: str) -> int:
    filled = {field.id: (field.example or field.title).in_language(language) for field in template.fields}
    pieces = split_message(written)
    return sum(len(filled.get(piece, piece) if is_field else piece) for piece, is_field in pieces)
