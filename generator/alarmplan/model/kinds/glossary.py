from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alarmplan.model.document import Document
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """`avoid` are words for the same thing that are not to be used."""

    id: str
    title: Text
    definition: Text
    synonyms: tuple[Text, ...] = ()
    avoid: tuple[Text, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    avoid: Text
    say: Text
    form: Literal["blame", "alarm", "soothing", "jargon", "vague"]
    why: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Document):
    terms: tuple[Term, ...]
    wording: tuple[Wording, ...] = ()
