"""The order of words in a printed list: umlauts and accents like their letters, case without weight."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]")


def collation(text: str) -> tuple[str, str]:
    """What to sort by (DIN 5007-1); the text itself decides between what differs in marks or case only."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())), text


def initial(text: str) -> str:
    """The letter under which `text` stands in such a list."""
    return collation(text)[0][:1].upper()
