"""From plain, valid data to the typed model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from alarmplan.model.by_severity import ChannelsBySeverity, DurationBySeverity
from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.kinds import KINDS
from alarmplan.model.money import Money
from alarmplan.model.source import LoadedDocument
from alarmplan.model.text import Text

_Entry = Mapping[str, tuple[str, ...]]


def build(document: LoadedDocument) -> Document:
    """A document whose data its schema has accepted."""
    return _converter.structure(document.data, KINDS[document.data["kind"]])


def _make_converter() -> Converter:
    converter = Converter(detailed_validation=False)  # the schema has validated already
    for parsed in (ChannelsBySeverity, Duration, DurationBySeverity, Money, Text):
        converter.register_structure_hook(parsed, lambda raw, kind: kind.parse(raw))
    for plain in (str, bool):
        converter.register_structure_hook(plain, lambda raw, _: raw)
    converter.register_structure_hook(int, lambda raw, _: int(raw))  # to a schema 1.0 is whole
    converter.register_structure_hook_factory(_is_part, lambda kind: _structure(converter, kind))
    converter.register_structure_hook_func(lambda kind: kind == _Entry, lambda raw, _: _entry(raw))
    return converter


def _is_part(kind: Any) -> bool:
    return is_dataclass(kind) and not hasattr(kind, "parse")


def _structure(converter: Converter, kind: Any) -> Callable[[Mapping[str, Any], Any], Any]:
    keys = {
        field.name: override(rename=field.name.rstrip("_")) for field in fields(kind) if field.name.endswith("_")
    }
    return make_dict_structure_fn(kind, converter, **keys)  # type: ignore[arg-type] # override() is untyped for **


def _entry(raw: Mapping[str, Any]) -> _Entry:
    return {severity: () if levels == "none" else tuple(levels) for severity, levels in raw.items()}


_converter = _make_converter()
