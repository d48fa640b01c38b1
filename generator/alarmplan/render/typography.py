"""No-break spaces between what belongs together: a number and its unit, a sign and its number, an abbreviation.

Authors type ordinary spaces. What they type as code stays as it is, and addresses hold no spaces at all.
"""

from __future__ import annotations

import re
from functools import cache

_NO_BREAK = "\u00a0"
_CODE = re.compile(r"(`[^`\n]+`)")

# What stands behind a number, in every language and in each.
_UNITS = {
    "": r"%|‰|€|EUR|USD|CHF|ms|s|min|h|d|kB|KB|MB|GB|TB|mm|cm|m|km|g|kg|t|°C",
    "de": r"Uhr|Sek|Min|Std|Sekunden?|Minuten?|Stunden?|Tag(?:e|en|es)?|Wochen?|Monat(?:e|en|s)?|Jahr(?:e|en|es)?"
    r"|Werktage?n?|Arbeitsminuten?|Arbeitsstunden?|Arbeitstag(?:e|en|es)?|Prozent|Euro|Mio|Mrd",
    "en": r"am|pm|a\.m|p\.m|seconds?|minutes?|hours?|days?|weeks?|months?|years?|working|percent|per cent|euros?"
    r"|million|billion",
}
# What stands before one.
_SIGNS = {
    "": r"§§?|Sev|Art\.|Nr\.|No\.|ISO|DIN|EN|RFC|€|EUR",
    "de": r"Artikel|Abs\.|Absatz|Satz|Kap\.|Kapitel|Ziff\.|S\.|Seite|Stufen?|Punkt|Schritt|Phase|Tag|KW",
    "en": r"p\.|Article|[Ss]ection|[Cc]hapter|[Pp]age|[Ll]evels?|[Ii]tem|[Ss]tep|[Pp]hase|[Dd]ay",
}
# A day and its month; the number of a day has its dot in German.
_DAYS = {
    "de": r"\d\. (?=Januar|Februar|März|April|Mai\b|Juni|Juli|August|September|Oktober|November|Dezember)",
    "en": r"\d (?=January|February|March|April|May\b|June|July|August|September|October|November|December)",
}


@cache  # the same texts are said on many pages
def spaced(text: str, language: str) -> str:
    """`text` with no-break spaces where a line must not end."""
    if " " not in text and "\n" not in text:
        return text
    pieces = _CODE.split(text)
    pieces[::2] = [_pattern(language).sub(_joined, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _joined(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}{_NO_BREAK}"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Everything up to a space that must not break, with it; the end of a line is a space too."""
    ways = [
        rf"\d (?=(?:{_both(_UNITS, language)})(?!\w))",
        rf"(?<!\w)(?:{_both(_SIGNS, language)}) (?=\d)",
        r"(?<!\w)[A-Za-zÄÖÜäöü]\. (?=[A-Za-zÄÖÜäöü]\.)",  # z. B.
    ]
    ways += [_DAYS[language]] if language in _DAYS else []
    return re.compile("|".join(ways).replace(" ", "[ \\n]"))


def _both(words: dict[str, str], language: str) -> str:
    return f"{words['']}|{words[language]}" if language in words else words[""]
