"""Text that is written once per language, or once for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Authored text. `everywhere` is set where it is the same in all languages."""

    everywhere: str | None = None
    by_language: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, raw: str | Mapping[str, str]) -> Text:
        if isinstance(raw, str):
            return cls(everywhere=raw.strip())
        return cls(by_language=tuple((language, text.strip()) for language, text in raw.items()))

    def in_language(self, language: str) -> str:
        """The text in `language`; where that is missing, in the first language there is."""
        if self.everywhere is not None:
            return self.everywhere
        texts = dict(self.by_language)
        return texts.get(language) or next(iter(texts.values()))

    def each(self) -> Iterator[tuple[str, str]]:
        """Language and text; the language is empty where the text is the same in all."""
        if self.everywhere is not None:
            yield "", self.everywhere
        yield from self.by_language

    def all(self) -> Iterator[str]:
        if self.everywhere is not None:
            yield self.everywhere
        for _, text in self.by_language:
            yield text
