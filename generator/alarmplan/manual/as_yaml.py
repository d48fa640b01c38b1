"""Plain data as YAML that people would write: short things on one line, long ones indented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]

_WIDTH = 76
_PLAIN = re.compile(r"[^\W_]([\w &+./:()§€%–„“’?!;=-]*[\w+./()§€%“’?!=-])?")
_NUMBER = re.compile(r"[0-9][0-9_]*(\.[0-9]*)?(e[-+]?[0-9]+)?|0[xo][0-9a-f]+", re.IGNORECASE)
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"}


def as_yaml(value: Mapping[str, Value]) -> str:
    """A mapping, one line or more per key."""
    return "\n".join(line.rstrip() for key, part in value.items() for line in _entry(key, part))


def one_line(value: Value) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(key)}: {one_line(part)}" for key, part in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(one_line, value)) + "]"
    return json.dumps(value)


def _entry(key: str, value: Value, width: int = _WIDTH) -> Iterator[str]:
    short = f"{_text(key)}: {one_line(value)}"
    if isinstance(value, str) and "\n" in value:
        yield f"{_text(key)}: |" if value.endswith("\n") else f"{_text(key)}: |-"
        yield from (f"  {line}" for line in value.removesuffix("\n").split("\n"))
    elif isinstance(value, str) or not value or len(short) <= width:
        yield short
    else:
        yield f"{_text(key)}:"
        yield from (f"  {line}" for line in _block(value, width - 2))


def _block(value: Value, width: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _entry(key, part, width)
    elif isinstance(value, Sequence):
        for part in value:
            lines = [one_line(part)]
            if len(lines[0]) > width - 2 and isinstance(part, Mapping):
                lines = list(_block(part, width - 2))
            yield f"- {lines[0]}"
            yield from (f"  {line}" for line in lines[1:])


def _text(text: str) -> str:
    """`text` without quotes where every reader of YAML takes it for text, or our schemas say what it is."""
    ambiguous = ": " in text or text.lower() in _WORDS or _NUMBER.fullmatch(text)
    return text if _PLAIN.fullmatch(text) and not ambiguous else json.dumps(text, ensure_ascii=False)
