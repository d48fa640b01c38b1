from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from alarmplan.model.document import Document
from alarmplan.model.place import Route
from alarmplan.model.text import Text

MOMENTS = ("initial", "first", "regular", "closing")  # in the order in which messages are sent

_ANY_UPDATE = ("status", "measures", "next-steps", "decisions")

# What each message has to tell its readers: when the next one comes only where one is promised.
PARTS: Mapping[str, tuple[str, ...]] = {
    "initial": ("description", "impact", "measures", "contact", "next-update"),
    "first": ("progress", "blockers", "milestone", *_ANY_UPDATE, "next-update"),
    "regular": ("time", "results", "open-questions", "expected-solution", *_ANY_UPDATE, "next-update"),
    "closing": ("cause", "solution", "impact", "lessons", "prevention"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """Something that somebody fills in: on the handover form, or in a message."""

    id: str
    title: Text
    hint: Text | None = None
    example: Text | None = None
    required: bool = True
    form: Literal["line", "text", "time", "list", "files"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationPackage(Document):
    purpose: Text | None = None
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageField(FormField):
    """`parts` of the message are what it tells the reader."""

    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Other words for some channels, with the fields of the template."""

    channels: tuple[str, ...]
    subject: Text | None = None
    body: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Document):
    """`{field-id}` in subject and body stands for what the sender fills in; `parts` are said without a field."""

    moment: Literal["initial", "first", "regular", "closing"]
    audience: str
    channels: tuple[str, ...] = ()
    severity_matrix: str | None = None
    severities: tuple[str, ...] = ()
    fields: tuple[MessageField, ...] = ()
    parts: tuple[str, ...] = ()
    subject: Text | None = None
    body: Text
    variants: tuple[Variant, ...] = ()
    advice: tuple[Text, ...] = ()

    def messages(self) -> Iterator[tuple[Route, Text]]:
        """Every text with placeholders, and where it stands."""
        if self.subject:
            yield ("subject",), self.subject
        yield ("body",), self.body
        for index, variant in enumerate(self.variants):
            if variant.subject:
                yield ("variants", index, "subject"), variant.subject
            yield ("variants", index, "body"), variant.body

    def says(self) -> frozenset[str]:
        """The parts of the message that its words or fields cover."""
        return frozenset((*self.parts, *(part for field in self.fields for part in field.parts)))
