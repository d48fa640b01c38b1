"""Where something stands: a route of keys and indices, turned into line and column only when shown."""

from __future__ import annotations

from dataclasses import dataclass

Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file.

    `route` leads from the root of the document to a value; with `at_key` the key of that value
    is meant. `offset` is for text that has no structure yet, in code points from its start.
    `words` stand within the value and are meant rather than the whole of it, where they can be found as they are.
    """

    path: str
    route: Route = ()
    at_key: bool = False
    offset: int | None = None
    words: str = ""
