"""A page: plain Markdown with front matter, that any builder of sites can read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """`path` is relative to the root of the site of one language and the same in every language.

    `section` is the heading of the navigation under which the page stands, None where it is left out
    of the navigation: an overview leads to it, and it has a link back. `source` is the YAML file it was made from.
    `search_boost` is how much it counts in the search, where that is not 1.
    """

    path: str
    title: str
    body: str
    description: str = ""
    section: str | None = None
    source: str | None = None
    search_boost: float | None = None

    def markdown(self) -> str:
        """The page as a file. Titles are escaped here, since builders print them as HTML."""
        matter: dict[str, Any] = {
            "title": escape(self.title),
            "description": escape(self.description),
            "source": self.source,
        }
        if self.search_boost is not None:
            matter["search"] = {"boost": self.search_boost}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items() if value]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])
