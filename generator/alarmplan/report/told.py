"""What of a finding may be told: no secret, and of what is long only the beginning.

A report ends up in logs that more people read than the playbook, and for longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from alarmplan.load.places import Spot
from alarmplan.model.finding import Finding
from alarmplan.rules.secrets import secrets

LONGEST = 400  # characters of a parameter: our own lists of words fit
_ENOUGH = 1000  # secrets of one file: who writes more does not want to hide them
_TELLING = 6  # shorter ones are part of what is none: 2026 of a date
_HEAD = 8
_AROUND = 2000  # characters of a line: the longest secrets are some hundreds
# A line of a key, below that which says so.
_KEY_BODY = re.compile(
    r"[\s\"'#]*(?=[A-Za-z+/]*[0-9])(?=[a-z0-9+/]*[A-Z])(?=[A-Z0-9+/]*[a-z])[A-Za-z0-9+/]{40,}={0,2}[\s\"',]*"
)


def told(finding: Finding, written: Sequence[str]) -> Finding:
    """With parameters that may be shown; `written` are the secrets of its file."""
    params = {
        name: _hidden(_cut(value), written) if isinstance(value, str) else value
        for name, value in finding.params.items()
    }
    route = tuple(masked(_cut(step)) if isinstance(step, str) else step for step in finding.place.route)
    return replace(finding, params=params, place=replace(finding.place, route=route))


@lru_cache(maxsize=256)
def masked(text: str) -> str:
    """As long as before, so that carets stay where they were."""
    parts, end = [], 0
    for start, secret in secrets(text):
        parts += [text[end:start], _mask(secret)]
        end = start + len(secret)
    return "".join((*parts, text[end:]))


def told_spot(spot: Spot, written: Sequence[str]) -> Spot:
    """With a line that may be shown, as far around the mark as any format shows it."""
    line = spot.line_text
    if len(line) < _AROUND and _KEY_BODY.fullmatch(line):
        return replace(spot, line_text=re.sub(r"[A-Za-z0-9+/=]", "*", line))
    start, end = max(0, spot.column - _AROUND), spot.column + _AROUND
    return replace(spot, line_text=line[:start] + _hidden(line[start:end], written) + line[end:])


def written_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(secret for _, (_, secret) in zip(range(_ENOUGH), secrets(text), strict=False)))


def _cut(value: str) -> str:
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def _hidden(value: str, written: Sequence[str]) -> str:
    """Also where what says that it is a secret stands elsewhere, or its end was cut off."""
    for secret in written:
        if value == secret or (len(secret) >= _TELLING and secret[:_HEAD] in value):
            for start in _starts(value, secret[:_HEAD]):
                length = _shared(value[start:], secret)
                value = f"{value[:start]}{_mask(value[start : start + length])}{value[start + length :]}"
    return masked(value)


def _starts(value: str, head: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(re.escape(head), value))


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((length for length, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _mask(secret: str) -> str:
    """The beginning tells which one it is, as in the message about secrets."""
    shown = min(4, len(secret) // 2)
    return secret[:shown] + "*" * (len(secret) - shown)
