from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alarmplan.model.document import Document
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageField:
    id: str
    title: Text
    hint: Text | None = None
    example: Text | None = None
    required: bool = True
    form: Literal["line", "text", "time", "list", "files"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationPackage(Document):
    purpose: Text | None = None
    fields: tuple[PackageField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateField:
    id: str
    title: Text
    example: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Document):
    """`{field-id}` in subject and body stands for what the sender fills in."""

    moment: Literal["initial", "first", "regular", "closing"]
    audience: str
    channels: tuple[str, ...] = ()
    severity_matrix: str | None = None
    severities: tuple[str, ...] = ()
    fields: tuple[TemplateField, ...] = ()
    subject: Text | None = None
    body: Text
    advice: tuple[Text, ...] = ()
