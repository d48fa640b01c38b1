from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.wording import is_unusual

# What loading lets pass for the sake of emoji and of other scripts: joiners, signs that choose among forms of the
# one before, tags. The rest of what nobody sees is refused there.
_INVISIBLE = re.compile(
    "[\u034f\u17b4\u17b5\u180b-\u180d\u200c\u200d\u2800\ufe00-\ufe0f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0020-\U000e007f\U000e0100-\U000e01ef]+"
)
_FLAG = re.compile("\ufe0f?[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")  # of a country within one
_BLACK_FLAG = "\U0001f3f4"
_LATIN_GREEK_CYRILLIC = "\u052f"
_JOINED_SYMBOLS = {"So", "Sk", "Sm"}


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """One finding for each file, with all its places: one that is excepted must not hide the others."""
    text = evidence.text(document)
    if not is_unusual(text):
        return
    path = evidence.playbook.path(document)
    found = [match for match in _INVISIBLE.finditer(text) if not _has_a_use(text, match)]
    if found:
        signs = dict.fromkeys(f"U+{ord(sign):04X}" for match in found for sign in match.group())
        params = {"signs": ", ".join(list(signs)[:5]) + (", …" if len(signs) > 5 else "")}
        yield fault([Place(path, offset=match.start()) for match in found], params)


def _has_a_use(text: str, match: re.Match[str]) -> bool:
    before, signs = text[match.start() - 1 : match.start()], match.group()
    if before == _BLACK_FLAG and _FLAG.fullmatch(signs):
        return True
    if len(signs) > 2 or any(sign >= "\U000e0020" and sign <= "\U000e007f" for sign in signs):
        return False
    if not before or "\u2800" in signs:
        return False
    category = unicodedata.category(before)
    keycap = "\ufe0f" in signs and (before in "0123456789#*‼⁉〰〽" or before == "ℹ")
    other_script = before > _LATIN_GREEK_CYRILLIC and category[0] in "LMN"
    return keycap or other_script or category in _JOINED_SYMBOLS
