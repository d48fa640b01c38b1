"""Words that are compared as readers compare them, for the rules about names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alarmplan.model.place import Route
from alarmplan.model.text import Text


def written(text: Text, route: Route, languages: Sequence[str]) -> Iterator[tuple[str, str, Route]]:
    """Language, words and where they stand; what is the same in every language is there in each."""
    if text.everywhere is not None:
        for language in languages:
            yield language, text.everywhere, route
    for language, words in text.by_language:
        yield language, words, (*route, language)


def folded(words: str) -> str:
    """The same for all that a reader takes for the same: capitals and blanks make no difference."""
    return " ".join(words.split()).casefold()
