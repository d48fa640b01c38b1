"""What was probably meant: the nearest known word, or nothing."""

from __future__ import annotations

from collections.abc import Iterable

_DIGITS = str.maketrans("", "", "0123456789")


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
