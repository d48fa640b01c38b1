"""Ways that lead back to where they began, for the rules that forbid them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(ways: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The ids along each circle, the last of which leads back to the first; a way back is told once.

    No recursion: a chain of thousands must not break the stack.
    """
    done: set[str] = set()
    for start in ways:
        if start not in done:
            yield from _from(start, ways, done)


def _from(start: str, ways: Mapping[str, Sequence[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    path = {start: iter(ways[start])}  # in the order of the walk
    while path:
        here, onward = next(reversed(path.items()))
        following = next(onward, None)
        if following is None:
            del path[here]
            done.add(here)
        elif following in path:
            along = list(path)
            yield tuple(along[along.index(following) :])
        elif following in ways and following not in done:
            path[following] = iter(ways[following])


def from_the_first(circle: Sequence[str]) -> tuple[str, ...]:
    """The same circle, begun at the first of its ids, wherever one came upon it."""
    start = circle.index(min(circle))
    return (*circle[start:], *circle[:start])
