"""Umlauts typed any way: beside the words of the index stand their foldings, which no result shows."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from pathlib import Path

_WORD = re.compile(r"\w+")
_UMLAUT = re.compile("[äöüß]")
_TAG = re.compile(r"<[^>]*>")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})


def add_foldings(entry: MutableMapping[str, str]) -> None:
    """`Störung` is found as `Stoerung` and `Storung` too; in titles it counts for more than in texts."""
    for field in ("title", "text"):
        if folded := _foldings(entry[field]):
            entry[f"folded_{field}"] = folded


def _foldings(html: str) -> str:
    words = {word for word in _WORD.findall(_TAG.sub(" ", html.lower())) if _UMLAUT.search(word)}
    return " ".join(sorted({word.translate(table) for word in words for table in (_SPELT_OUT, _BARE)}))


def write_index_script(site: Path) -> None:
    """The index once more as a script: on file:// the theme can load nothing else."""
    index = (site / "search" / "search_index.json").read_text("utf-8")
    (site / "search" / "search_index.js").write_text(f"var __index={index}", "utf-8", newline="\n")
