"""What files give away that are broken, or stand alone, and that no rule about documents gets to see."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from alarmplan.model.finding import Finding, Findings
from alarmplan.rules.secret_written import written_in

# Where a file cannot be loaded no comment is read; who has said so before it broke is not told again.
_SUPPRESSED = re.compile(
    r"^.*#[ \t]*alarmplan[ \t]*:[ \t]*ignore[ \t]*\[[^\]\r\n]{0,300}\bsecret-written\b",
    re.IGNORECASE | re.MULTILINE,
)


def unjudged(texts: Mapping[str, str], loaded: Collection[str]) -> Findings:
    """Secrets in files, by path; the comments in `loaded` ones are heard with all others."""
    return tuple(chain.from_iterable(_secrets(path, text, hears=path in loaded) for path, text in texts.items()))


def _secrets(path: str, text: str, *, hears: bool) -> Iterator[Finding]:
    quiet = set() if hears or "secret-written" not in text else set(_suppressed(text))
    for fault in written_in(path, text):
        places = [place for place in (fault.place, *fault.related) if _line(text, place.offset) not in quiet]
        if places:
            yield Finding("secret-written", places[0], fault.params, tuple(places[1:]), repeated=fault.repeated)


def _suppressed(text: str) -> Iterator[int]:
    """Where the lines begin that such a comment stands in or above."""
    for comment in _SUPPRESSED.finditer(text):
        yield comment.start()
        yield text.find("\n", comment.end()) + 1


def _line(text: str, offset: int | None) -> int:
    return text.rfind("\n", 0, offset) + 1
