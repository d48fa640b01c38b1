"""Files of other programs that were given the name of a YAML file."""

from __future__ import annotations

_STARTS = (
    (b"%pdf-", "PDF"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "Office"),  # before 2007
    (b"pk\x03\x04", "ZIP"),
)
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis")  # within the first file of such an archive
_LONGEST_START = 100
_FIRST_FILE = 200


def foreign_format(content: bytes) -> str:
    """What the file is, if it is surely no text of ours, else nothing."""
    start = content[:_LONGEST_START].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = next((name for sign, name in _STARTS if start.startswith(sign)), "")
    if found == "ZIP" and any(sign in content[:_FIRST_FILE] for sign in _OFFICE):
        return "Office"
    return found
