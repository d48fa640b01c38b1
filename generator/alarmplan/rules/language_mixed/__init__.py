from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.tongue import foreign_words, tongue
from alarmplan.rules.wording import short

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*|\n\s*\n")

_ENOUGH = 1  # words of the other language, before a text is looked at closely


@judges(Document, reads=(Organisation,))
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    """One finding for each text: where both languages were swapped, the second place is shown beside the first."""
    languages = evidence.playbook.languages
    for passage in evidence.passages(document):
        if isinstance(passage.raw, str):
            continue
        if passage.form == "message" and len(languages) < 2:
            continue  # sent to those who do not understand the language of the house
        if passage.form == "label" and isinstance(document, Glossary):
            continue  # its terms, and words not to be used, come from anywhere
        for language, text in passage.raw.items():
            if foreign_words(text, language) >= _ENOUGH:
                break
        else:
            continue  # as nearly all do
        if len({*passage.raw.values()}) < len(passage.raw):
            continue  # the same in both languages is a mistake of its own
        if found := list(_strange(passage)):
            _, language, words = found[0]
            params = {"language": language, "text": short(words)}
            yield fault([place for place, _, _ in found], params)


def _strange(passage: Passage) -> Iterator[tuple[Place, str, str]]:
    for place, language, text in passage.each():
        if foreign_words(text, language) < _ENOUGH:
            continue
        # Of a message only the whole: it may say the same once more in another language.
        whole = passage.form == "message"
        pieces = [text] if whole else _sentences(text)
        if words := next((piece for piece in pieces if _is_strange(piece, language, pure=whole)), None):
            start = " ".join(words.split()[:3])
            yield replace(place, words="" if words == text else start), language, words


def _sentences(text: str) -> Iterator[str]:
    """What follows a colon is left out if a paragraph ended with it: these are words to be said."""
    announced = False
    for paragraph in re.split(r"\n\s*\n", text):
        if not announced:
            yield from (match.group().strip() for match in _SENTENCE.finditer(" ".join(paragraph.split())))
        announced = paragraph.rstrip().endswith(":")


def _is_strange(text: str, language: str, *, pure: bool) -> bool:
    if foreign_words(text, language) < _ENOUGH:
        return False
    found = tongue(text)
    return found is not None and found.sentence and found.language != language and found.pure >= pure
