"""How far a line is indented, and how far it probably should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.load.line import Line, line_before
from alarmplan.load.trouble import YamlError

_BEGINS = re.compile(r" *+(?P<dash>-(?= ))?(?: *+- ++)*+ *+(?P<key>[\w-]++(?=:(?:[ \t]|$)))?")
_FAR_ENOUGH = 100  # lines to look up


def misindented(text: str, line: Line, offset: int) -> YamlError:
    """With the indentation of the nearest level above, if the line begins with a key or dash as those do."""
    begins, above = _BEGINS.match(line.content), line_before(text, line)
    mixed = above is not None and above.indent == line.indent  # keys and dashes on one level
    sort = next((sort for sort in ("dash", "key") if begins and begins[sort]), "")
    levels = [] if mixed or not sort else list(_levels(text, line, sort))
    level = min(levels, key=lambda level: abs(level - line.indent), default=line.indent)
    if level == line.indent:
        return YamlError("yaml-indentation", offset)
    return YamlError("yaml-indentation", offset, {"spaces": line.indent, "level": str(level)})


def _levels(text: str, line: Line, sort: str) -> Iterator[int]:
    """The columns of keys or dashes above, the nearest first, up to the first that is further left."""
    above = line_before(text, line)
    for _ in range(_FAR_ENOUGH):
        if above is None:
            return
        begins = _BEGINS.match(above.content)
        if begins and begins[sort]:
            yield begins.start(sort)
        if above.indent < line.indent:
            return
        above = line_before(text, above)
