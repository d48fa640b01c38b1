"""Sheets as PDF: typeset by Typst, tagged (PDF/UA-1), the same bytes for the same content."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import segno
import typst
from fontpkg_atkinson_hyperlegible import ROOT as FONT_PACKAGE

from alarmplan.render.sheet import Sheet

_FONT = "Atkinson Hyperlegible"
_FONTS = str(Path(FONT_PACKAGE) / "files")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")  # how Typst's messages write marks without a shape of their own
_MAX_REPLACED = 50


def sheet_pdf(sheet: Sheet) -> bytes:
    """One sheet as a PDF.

    A character that no font of the sheet has is replaced: PDF/UA forbids empty glyphs.
    """
    text = json.dumps(_printable(_with_code(sheet.data)), ensure_ascii=False, sort_keys=True)
    for _ in range(_MAX_REPLACED):
        try:
            return _compiled(sheet, text)
        except typst.TypstError as error:
            missing = _missing_glyph(str(error))
            if missing not in text:
                raise
            text = _without_stray_marks(_without(missing, text))
    return _compiled(sheet, text)


def _with_code(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Adds the QR code of the online page where the sheet has an address."""
    meta = data["meta"]
    return {**data, "meta": {**meta, "qr_svg": _qr_svg(meta["url"]) if meta["url"] else None}}


def _qr_svg(url: str) -> str:
    buffer = io.BytesIO()
    segno.make(url, error="m", boost_error=False).save(buffer, kind="svg", xmldecl=False, border=4, omitsize=True)
    return buffer.getvalue().decode()


def _compiled(sheet: Sheet, text: str) -> bytes:
    _assert_font()
    templates = Path(str(resources.files("alarmplan.render") / "sheets"))
    moment = datetime.combine(sheet.day, time(), UTC) if sheet.day else datetime(1970, 1, 1, tzinfo=UTC)
    pdf: bytes = typst.compile(
        str(templates / sheet.template / f"{sheet.template}.typ"),
        root=str(templates),
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int(moment.timestamp()),
        sys_inputs={"data": text},
    )
    return pdf


@cache
def _assert_font() -> None:
    """Typst says nothing when a font is missing, and takes another."""
    families = typst.Fonts(include_system_fonts=False, font_paths=[_FONTS]).families()
    if _FONT not in families:
        raise RuntimeError(f"the font {_FONT} is missing in {_FONTS}")


def _missing_glyph(message: str) -> str:
    """The characters that Typst complains about; where that is none we can replace, what JSON never holds."""
    found = _UNPRINTABLE.search(message)
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), found[1]) if found else ""
    return text if text.strip(_REPLACEMENT) else "\0"


def _without(missing: str, text: str) -> str:
    """Without what no font has; of a script without upper and lower case, without all of it at once."""
    if len(missing) != 1 or unicodedata.category(missing) != "Lo":
        return text.replace(missing, _REPLACEMENT)
    script = _script(missing)
    return "".join(_REPLACEMENT if _script(c) == script and unicodedata.category(c) == "Lo" else c for c in text)


def _script(character: str) -> str:
    return unicodedata.name(character, "").split(" ")[0]


def _without_stray_marks(text: str) -> str:
    """Without accents on a replacement: together they would be one more glyph that no font has."""
    kept: list[str] = []
    for character in text:
        if unicodedata.category(character)[0] != "M" or not kept or kept[-1] != _REPLACEMENT:
            kept.append(character)
    return "".join(kept)


def _printable(data: object) -> object:
    """`data` without what has no glyph or hides: control, format, private-use and unassigned code points."""
    if isinstance(data, str):
        return "".join(map(_printable_character, unicodedata.normalize("NFC", data)))
    if isinstance(data, Mapping):
        return {key: _printable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(part) for part in data]
    return data


def _printable_character(character: str) -> str:
    if character in "\t\r\n":
        return " "
    category = unicodedata.category(character)
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return character if character == "\N{SOFT HYPHEN}" else ""
    return _REPLACEMENT if category in {"Cc", "Cn", "Co", "Cs"} else character
