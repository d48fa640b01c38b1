"""Where the dash of a list's entry was forgotten: its neighbours or the key above show that a list is meant."""

from __future__ import annotations

import re

from alarmplan.load.line import Line, line_at, line_before
from alarmplan.load.trouble import YamlError
from alarmplan.schemas import keys_of_lists

_ENTRY = re.compile(r" *+- ")
_FIRST_KEY = re.compile(r" *+(?:- ++)*+([\w-]++):(?= |$)")
_KEY_ALONE = re.compile(r" *+(?:- ++)*+([\w-]++): *+(?:#.*)?$")
_FAR_ENOUGH = 500  # lines to look up for a neighbour
_BRACKETS = frozenset("[{\"'")
_SHOWN = 40  # characters of the line that a hint repeats


def without_dash(line: Line) -> YamlError:
    """`words` may also go on with the text of the entry above."""
    written = line.content.strip()
    shown = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
    words = _FIRST_KEY.match(line.content) is None and written[0] not in _BRACKETS
    return YamlError("list-missing", line.first, {"found": "text", "dash": shown, "words": "yes" if words else ""})


def dash_missing(text: str, line: Line) -> YamlError | None:
    """On `line`, which fits nowhere; if it has a dash, on the first entry of its list."""
    if _ENTRY.match(line.content):
        first = _first_beside(text, line)
        return without_dash(first) if first and _alike(first, line) else None
    above = line_before(text, line)
    for _ in range(_FAR_ENOUGH):
        if above is None or above.indent <= line.indent:
            break
        above = line_before(text, above)
    return without_dash(line) if above and _continues_list(above, line) else None


def _continues_list(above: Line, line: Line) -> bool:
    """A line with a key is an entry of its own only where it begins like the one above it."""
    if _ENTRY.match(above.content) and above.indent == line.indent:
        return _FIRST_KEY.match(line.content) is None or _alike(above, line)
    key = _KEY_ALONE.match(above.content)
    return key is not None and key[1] in keys_of_lists()


def _alike(one: Line, other: Line) -> bool:
    first, second = _FIRST_KEY.match(one.content), _FIRST_KEY.match(other.content)
    return first is not None and second is not None and first[1] == second[1]


def _first_beside(text: str, entry: Line) -> Line | None:
    """The first line below the key to which an entry belongs, if that has no dash."""
    first = entry
    for _ in range(_FAR_ENOUGH):
        above = line_before(text, first)
        if above is None or above.indent < entry.indent:
            return None if _ENTRY.match(first.content) else first
        first = above
    return None


def joined_entry(text: str, start: int, joined: Line) -> YamlError | None:
    """A value that stands on a line of its own, and goes on with what looks like another entry of its list."""
    line = line_at(text, start)
    beside = line.first == start and line.indent == joined.indent and _ENTRY.match(joined.content)
    return without_dash(line) if beside else None
