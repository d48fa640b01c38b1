"""In which language a text is, by small words that stand in nearly every sentence of one and in none of the other.

Words that exist in both are in neither list: `an`, `so`, `am`, `war`, `was`, `will`, `hat`, `also`, `in`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from alarmplan.rules.wording import unquoted

# These stand in sentences; the others in names and headings as well: `Haus der Kulturen`, `Point of Sale`.
_IN_SENTENCES: Mapping[str, str] = {
    "de": "bis bitte daher damit dann darf dass denen deshalb dessen doch dürfen er erst falls habe haben ihm "
    "ihn ihnen ihr ihre ihrem ihren ist jemand kann keine können mich mir muss müssen nicht niemand noch "
    "ob ohne schon sei sein seine seit sich sie sind sobald soll sollen sollte sonst sowie uns unser "
    "unsere wann weil wenn wer werden wie wir wird wo wurde wurden würde",
    "en": "anybody are be because been being but can cannot could did do does don’t had has have he how if is "
    "it its may must nobody not our she should since somebody that their them then there these they this "
    "those unless until we were when where which who why would you your",
}
_ANYWHERE: Mapping[str, str] = {
    "de": "aber als auch auf aus bei beim das dem den der des die durch ein eine einem einen einer eines für "
    "gegen im ins je jede jedem jeden jeder jedes kein keinen mit nach nur oder um und unter vom von vor "
    "zum zur zwischen über",
    "en": "about after again against and any as at before both by during each every for from into of on only or "
    "other out over than the through to up via with within without",
}
_SENTENCE_WORDS = {language: frozenset(words.split()) for language, words in _IN_SENTENCES.items()}
_WORDS = {language: _SENTENCE_WORDS[language] | frozenset(words.split()) for language, words in _ANYWHERE.items()}
_AS_WRITTEN = {
    language: words | frozenset(word.capitalize() for word in words) for language, words in _WORDS.items()
}
_WORD = re.compile(r"(?<![\w/@.-])[^\W\d_]+(?:’[^\W\d_]+)?(?![\w/@-])")
_OTHER = {"de": "en", "en": "de"}
_SENTENCE = 15  # characters at least
# No name and no heading ends like this; `e. V.` and `Inc.` do.
_END = re.compile(r"\b(?:[^\W\d_]{4,}|[a-zäöüß]{2,3})[.!?]\s*$")
_FEW = {"de": 2, "en": 3}  # English is borrowed more often: `Point of no Return`, `You build it, you run it`


@dataclass(frozen=True, slots=True)
class Tongue:
    """`sentence` says whether it has words of sentences or ends like one, `pure` whether none is of another."""

    language: str
    sentence: bool
    pure: bool


def foreign_words(text: str, language: str) -> int:
    """How many small words of the other language a text seems to have, counted quickly: none beside a comma."""
    if len(text) < _SENTENCE or language not in _OTHER:
        return 0
    return len(_AS_WRITTEN[_OTHER[language]].intersection(text.split()))


def tongue(text: str) -> Tongue | None:
    """The language of a text that is plainly in one, quotes left out; None where nobody could tell."""
    # `IT` is a department, and one letter is no word.
    words = frozenset(word.lower() for word in _WORD.findall(unquoted(text)) if word[1:].islower())
    german, english = words & _WORDS["de"], words & _WORDS["en"]
    for language, small, others in (("de", german, english), ("en", english, german)):
        if len(small) >= max(_FEW[language], 4 * len(others)):
            sentence = not small.isdisjoint(_SENTENCE_WORDS[language]) or _END.search(text) is not None
            return Tongue(language, sentence, not others)
    return None
