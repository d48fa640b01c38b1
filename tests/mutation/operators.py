"""What goes wrong in a policy: each operator says where it applies and what it makes of a document."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from spots import Spot, Whole, at

FACTOR = 10
_NUMBER = re.compile(r"[0-9]+")

Edit = Callable[[Any, Any], None]  # of what holds the value, and the key or index under which it stands
Operator = Callable[[Spot, Whole], Edit | None]


def applied(edit: Edit, spot: Spot) -> dict[str, Any]:
    """The document after the edit."""
    data = copy.deepcopy(dict(spot.document.data))
    edit(at(data, spot.route[:-1]), spot.route[-1])
    return data


def _put(value: Any) -> Edit:
    return lambda parent, step: parent.__setitem__(step, value)


def drop(spot: Spot, _: Whole) -> Edit | None:
    """A key or an item is gone."""
    return None if spot.route == ("id",) else lambda parent, step: parent.__delitem__(step)


def empty(spot: Spot, _: Whole) -> Edit | None:
    """Nothing stands where something stood."""
    value = spot.value
    return _put(type(value)()) if isinstance(value, str | list | dict) and value else None


def duplicate(spot: Spot, _: Whole) -> Edit | None:
    """An item stands twice in its list."""
    if not isinstance(spot.route[-1], int):
        return None
    return lambda parent, step: parent.insert(step, copy.deepcopy(parent[step]))


def swap(spot: Spot, _: Whole) -> Edit | None:
    """An item and the next one change places."""
    step, parent = spot.route[-1], spot.parent
    if not isinstance(step, int) or step + 1 >= len(parent) or parent[step] == parent[step + 1]:
        return None

    def edit(items: Any, index: int) -> None:
        items[index], items[index + 1] = items[index + 1], items[index]

    return edit


def rename(spot: Spot, _: Whole) -> Edit | None:
    """An id is another where it is declared, or where it is referred to, but not at both."""
    if not isinstance(spot.value, str) or not {"x-declares", "x-refers-to"} & spot.schema.keys():
        return None
    return None if spot.value in spot.schema.get("x-except", ()) else _put(f"{spot.value}-x")


def cross_wire(spot: Spot, whole: Whole) -> Edit | None:
    """A reference leads to the next thing of its kind."""
    kind = spot.schema.get("x-refers-to")
    if kind is None or not isinstance(spot.value, str):
        return None
    others = next((ids for ids in _pools(kind, spot, whole) if spot.value in ids), [])
    if len(others) < 2:
        return None
    return _put(others[(others.index(spot.value) + 1) % len(others)])


def _pools(kind: str, spot: Spot, whole: Whole) -> Iterator[list[str]]:
    """The ids of a kind, those of the scopes that the document names first."""
    named = [value for value in spot.document.data.values() if isinstance(value, str)]
    for (of, scope), ids in whole.ids.items():
        if of == kind and (not scope or scope in named):
            yield ids
    for (of, _), ids in whole.ids.items():
        if of == kind:
            yield ids


def lengthen(spot: Spot, _: Whole) -> Edit | None:
    """A time is ten times as long."""
    return _timed(spot, lambda number: number * FACTOR)


def shorten(spot: Spot, _: Whole) -> Edit | None:
    """A time is a tenth of what it was."""
    return _timed(spot, lambda number: max(1, number // FACTOR))


def _timed(spot: Spot, change: Callable[[int], int]) -> Edit | None:
    if spot.schema.get("x-value") != "duration" or not isinstance(spot.value, str) or spot.value == "none":
        return None
    changed = _NUMBER.sub(lambda found: str(change(int(found[0]))), spot.value)
    return None if changed == spot.value else _put(changed)


def factor(spot: Spot, _: Whole) -> Edit | None:
    """A number or an amount is ten times as large."""
    if isinstance(spot.value, int) and not isinstance(spot.value, bool):
        return _put(spot.value * FACTOR)
    if spot.schema.get("x-value") == "money":
        return _put(_NUMBER.sub(lambda found: str(int(found[0]) * FACTOR), spot.value, count=1))
    return None


def move_level(spot: Spot, _: Whole) -> Edit | None:
    """A level of a chain stands at the other end."""
    if spot.pattern != "levels.*" or spot.kind != "chain" or len(spot.parent) < 2:
        return None

    def edit(levels: Any, index: int) -> None:
        level = levels.pop(index)
        levels.insert(len(levels) if index < (len(levels) + 1) // 2 else 0, level)

    return edit


def cut_deputies(spot: Spot, _: Whole) -> Edit | None:
    """A seat has no deputies any more."""
    return drop(spot, _) if (spot.kind, spot.route) == ("role", ("deputies",)) else None


def widen_audience(spot: Spot, whole: Whole) -> Edit | None:
    """What was for some is for more: a document for everybody, a mandate for another audience."""
    if spot.route == ("visibility",):
        return _put("public") if spot.value != "public" else None
    if (spot.kind, spot.route) == ("role", ("mandate", "audiences")):
        others = [id for id in whole.ids.get(("audience", ""), ()) if id not in spot.value]
        return _put([*spot.value, others[0]]) if others else None
    return None


def strip_language(spot: Spot, _: Whole) -> Edit | None:
    """A text stands in one language only, the other one repeats it."""
    last, value = spot.route[-1], spot.parent
    if last not in ("de", "en") or not isinstance(value, dict) or not {"de", "en"} <= value.keys():
        return None
    other = value["en" if last == "de" else "de"]
    return None if other == spot.value else _put(other)


OPERATORS: Mapping[str, Operator] = {
    "cross-wire": cross_wire,
    "cut-deputies": cut_deputies,
    "drop": drop,
    "duplicate": duplicate,
    "empty": empty,
    "factor": factor,
    "lengthen": lengthen,
    "move-level": move_level,
    "rename": rename,
    "shorten": shorten,
    "strip-language": strip_language,
    "swap": swap,
    "widen-audience": widen_audience,
}
TIME = ("lengthen", "shorten")  # counted apart: whether a time is right is for the computation of time
