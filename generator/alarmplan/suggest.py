"""What was probably meant: the nearest known word, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable

_DIGITS = str.maketrans("", "", "0123456789")
_LOOK_UPS = 200
_FEW = 6


def suggest(written: str, known: Iterable[str]) -> str | None:
    """The known word within one edit (short words) or two; never one that differs in digits alone."""
    from rapidfuzz.distance import OSA  # most checks find nothing to suggest

    limit = 1 if len(written) < 5 else 2
    best: tuple[int, str] | None = None
    for word in known:
        distance = OSA.distance(written.lower(), word.lower(), score_cutoff=limit)
        if distance > limit or (written != word and written.translate(_DIGITS) == word.translate(_DIGITS)):
            continue
        best = min(best or (distance, word), (distance, word))
    return best[1] if best else None


def few(ids: Collection[str]) -> str:
    """All there are to choose from, if one can take that in at a glance."""
    return ", ".join(ids) if len(ids) <= _FEW else ""


class Suggestions:
    """Suggestions for one run: the same word is looked up once, and after some hundred nobody reads them."""

    def __init__(self) -> None:
        self._found: dict[tuple[Hashable, str], str | None] = {}

    def nearest(self, family: Hashable, written: str, *candidates: Iterable[str]) -> str | None:
        """The nearest of the first `candidates` that have one near; the same `family` has the same candidates."""
        asked = (family, written)
        if asked not in self._found:
            if len(self._found) >= _LOOK_UPS:
                return None
            near = (suggest(written, words) for words in candidates)
            self._found[asked] = next((word for word in near if word), None)
        return self._found[asked]
