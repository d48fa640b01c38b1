"""Which key was meant by one that is written in another way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alarmplan.schemas import Schema, texts_in, title
from alarmplan.suggest import suggest
from alarmplan.validate.values import LONGEST


def near_language(key: str, free: Iterable[str]) -> str:
    """`EN` and `eng` are slips; `es` is another language."""
    return "" if len(key) == 2 and key.islower() else suggest(key[: LONGEST + 1], sorted(free)) or ""


def glued_key(key: str, known: Mapping[str, Schema]) -> str:
    """`en Delivers` and `id:phone` are a key and a value without what has to stand between them."""
    head = key.replace(":", " ", 1).split(" ", 1)[0]
    return head if head in known and head != key else ""


def meant_key(key: str, names: Mapping[str, Schema]) -> str:
    """The key that was meant: of a similar name, in another number, or called so in another language."""
    return suggest(key.replace("-", "_"), names) or _other_number(key, names) or _translated(key, names)


def _other_number(key: str, names: Mapping[str, Schema]) -> str:
    """`severity` where several stand, or one for many; an `s` more or less is a slip like others."""
    other = f"{key[:-1]}ies" if key.endswith("y") else f"{key[:-3]}y" if key.endswith("ies") else ""
    return other if other in names else ""


def _translated(key: str, names: Mapping[str, Schema]) -> str:
    """The name of the property whose title in some language is `key`."""
    wanted = key.replace("_", " ").lower()
    for name, schema in names.items():
        if wanted in {title(schema, language).lower() for language in texts_in()}:
            return name
    return ""
