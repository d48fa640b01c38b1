"""Words that stand where a text has still to be written."""

from __future__ import annotations

import re

# `noch offen` and `in Arbeit` are names of a status, and `wird noch untersucht` is an answer.
_LATER = (
    r"(?:wird |werden )?noch (?:ergänzt|festgelegt|definiert|nachgetragen)|folgt(?: noch| später| in Kürze)?"
    r"|(?:ist |sind )?noch (?:zu (?:ergänzen|definieren)|festzulegen|nachzutragen)"
    r"|(?:is |are )?(?:still )?to be (?:added|defined|determined|written)|to follow|to come"
)
STANDS_FOR_NOTHING = re.compile(
    rf"\s*+(?:(?i:todo|tbd|tba|tbc|fixme|xx+|[(\[]?(?:{_LATER})[)\]]?)\s*+[.:!]?|…+|\.{{2,}}|\?+)\s*+"
)
