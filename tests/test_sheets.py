"""The printed sheets, read back from their PDFs as a reader or a screen reader gets them."""

from __future__ import annotations

import ctypes
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno
import yaml

from alarmplan.model.source import Source
from alarmplan.outputs import sheets as sheets_module
from alarmplan.outputs.sheets import sheet_pdf
from alarmplan.pipeline import check, render_editions
from alarmplan.render.sheet import Sheet
from alarmplan.sources.folder import read_folder
from tests.conftest import UNJUDGED

PLAYBOOK = Path(__file__).parents[1] / "playbook"
MINIMAL = read_folder(Path(__file__).parent / "playbooks" / "minimal", "minimal")
LANGUAGES = ("de", "en")
AS_OF = date(2026, 11, 22)

FONTS = {"AtkinsonHyperlegible", "DejaVuSansMono"}
PAGE_OF = {"de": "Seite {} von {}", "en": "Page {} of {}"}

# What a PDF says


@cache
def text_of(path: Path) -> tuple[str, ...]:
    return read(path.read_bytes())


def read(pdf: bytes) -> tuple[str, ...]:
    """The text of each page on one line, words joined that were torn at the end of a line."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return tuple(" ".join(re.sub("[\x02\ufffe]\\s*", "", page).split()) for page in pages)


def utf16(function: Any, *arguments: Any) -> str:
    """What one of PDFium's functions writes into a buffer."""
    size = function(*arguments, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    function(*arguments, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def fonts(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bool]]:
    """Base name without the mark of a subset, and whether it is embedded, of each piece of text."""
    for page in document:
        for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(piece.raw)
            buffer = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
            yield buffer.value.decode().rpartition("+")[2], bool(pdfium.FPDFFont_GetIsEmbedded(font))


def alternative_texts(page: pypdfium2.PdfPage) -> list[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        roots = [
            pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            for index in range(pdfium.FPDF_StructTree_CountChildren(tree))
        ]
        return [text for root in roots for text in _alternatives(root)]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _alternatives(element: Any) -> Iterator[str]:
    if text := utf16(pdfium.FPDF_StructElement_GetAltText, element):
        yield text
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _alternatives(child)


# What the playbook says, read without our own code


def load(folder: str) -> dict[str, dict[str, Any]]:
    files = (PLAYBOOK / folder).glob("*.yaml")
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(files)}


CHECKLISTS = load("checklists")
ROLES = load("roles")
ORGANISATION = yaml.safe_load((PLAYBOOK / "organisation.yaml").read_text("utf-8"))
SHIPPED = [(language, name) for language in LANGUAGES for name in CHECKLISTS]
CALL_LIST = f"call-list-{ORGANISATION['id']}"
SHEETS = [  # of every kind: language, name, page, title
    *(
        (language, f"checklist-{name}", f"checklists/{name}.html", CHECKLISTS[name]["title"])
        for language, name in SHIPPED
    ),
    *((language, CALL_LIST, "call-list.html", {"de": "Rufliste", "en": "Call list"}) for language in LANGUAGES),
]
OF_EVERY_SHEET = pytest.mark.parametrize(("language", "name", "page", "title"), SHEETS)


def plain(text: Any, language: str) -> str:
    """Authored text as it looks on paper: without the marks of emphasis, links as their text."""
    said = text[language] if isinstance(text, dict) else text
    return " ".join(re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*|\*|`", r"\1", said).split())


def phone(role: dict[str, Any]) -> str:
    return next((way["contact"] for way in role["reachable"] if way["via"] == "phone"), "–")


def expected(checklist: dict[str, Any], language: str) -> Iterator[str]:
    yield plain(checklist["title"], language)
    yield plain(ORGANISATION["title"], language)
    yield plain(ROLES[checklist["owner"]]["title"], language)
    if "aim" in checklist:
        yield plain(checklist["aim"], language)
    for part in checklist["parts"]:
        for key in ("title", "pause"):
            if key in part:
                yield plain(part[key], language)
        for item in part["items"]:
            yield from (plain(item[key], language) for key in ("text", "answer") if key in item)
            if "doer" in item:
                yield from contacts(ROLES[item["doer"]], language)


def contacts(role: dict[str, Any], language: str) -> Iterator[str]:
    yield f"{plain(role['title'], language)}"
    yield phone(role)
    if role.get("deputies"):
        deputy = ROLES[role["deputies"][0]]
        yield from (plain(deputy["title"], language), phone(deputy))


def pdf_path(site: Path, language: str, name: str) -> Path:
    return site / language / "sheets" / f"{name}.pdf"


def test_every_checklist_has_a_sheet_in_every_language_and_there_is_one_call_list(site: Path) -> None:
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.pdf")}
    assert built == {f"{language}/sheets/{name}.pdf" for language, name, _, _ in SHEETS}


@pytest.mark.parametrize(("language", "name"), SHIPPED)
def test_checklist_says_everything(language: str, name: str, site: Path) -> None:
    pages = text_of(pdf_path(site, language, f"checklist-{name}"))
    assert unsaid(expected(CHECKLISTS[name], language), " ".join(pages)) == []
    assert ("Liste vollständig" if language == "de" else "List complete") in pages[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_call_list_names_every_role_with_its_number_and_its_first_deputy(language: str, site: Path) -> None:
    (page,) = text_of(pdf_path(site, language, CALL_LIST))
    assert len(ROLES) > 10
    missing = [
        words for role in ROLES.values() for words in contacts(reached(role), language) if words not in page
    ]
    assert missing == []


def unsaid(texts: Iterable[str], said: str) -> list[str]:
    """What is missing; a hyphen at the end of a line cannot be told from one that was put there."""
    return [text for text in texts if re.sub("[- ]", "", text) not in re.sub("[- ]", "", said)]


def reached(role: dict[str, Any]) -> dict[str, Any]:
    """Who is the same person as somebody else may be reached like that one."""
    others = (ROLES[id] for id in role.get("same_person_as", ()))
    return role if role.get("reachable") else {**role, "reachable": next(o["reachable"] for o in others)}


@OF_EVERY_SHEET
def test_sheet_says_where_it_comes_from(language: str, name: str, page: str, title: Any, site: Path) -> None:
    pages = text_of(pdf_path(site, language, name))
    for number, text in enumerate(pages, 1):
        assert PAGE_OF[language].format(number, len(pages)) in text
        assert re.search(r"Version [0-9a-f]{7} ", text)
        assert re.search(
            r"gültig bis \d{1,2}\. \w+ \d{4}" if language == "de" else r"valid until \d{1,2} \w+ \d{4}", text
        )
        assert f"{ORGANISATION['site_url']}{language}/{page}" in text


@OF_EVERY_SHEET
def test_shipped_sheet_is_one_page(language: str, name: str, page: str, title: Any, site: Path) -> None:
    assert len(text_of(pdf_path(site, language, name))) == 1


@OF_EVERY_SHEET
def test_sheet_is_accessible_and_carries_its_fonts(
    language: str, name: str, page: str, title: Any, site: Path
) -> None:
    with closing(pypdfium2.PdfDocument(pdf_path(site, language, name))) as document:
        assert pdfium.FPDFCatalog_IsTagged(document.raw)
        assert utf16(pdfium.FPDFCatalog_GetLanguage, document.raw) == language
        assert " ".join(document.get_metadata_value("Title").split()) == plain(title, language)
        used = set(fonts(document))
        assert all(embedded for _, embedded in used)
        assert "AtkinsonHyperlegible" in {font.partition("-")[0] for font, _ in used}
        assert {font.partition("-")[0] for font, _ in used} <= FONTS


@OF_EVERY_SHEET
def test_code_leads_to_the_online_page(language: str, name: str, page: str, title: Any, site: Path) -> None:
    """The drawn modules are those of the address; its text stands there for who cannot see them."""
    address = f"{ORGANISATION['site_url']}{language}/{page}"
    with closing(pypdfium2.PdfDocument(pdf_path(site, language, name))) as document:
        assert [text for text in alternative_texts(document[0]) if text.endswith(f": {address}")]
        assert modules(document[0], address) == matrix(address)
    assert (site / language / page).is_file()


def matrix(address: str) -> list[list[bool]]:
    return [[bool(module) for module in row] for row in segno.make(address, error="m", boost_error=False).matrix]


def modules(page: pypdfium2.PdfPage, address: str) -> list[list[bool]]:
    """The QR code as printed: the dark square at the upper right, sampled where its modules should be."""
    millimetre = 72 / 25.4
    left, bottom = page.get_width() - 40 * millimetre, page.get_height() - 48 * millimetre
    drawn = page.render(scale=8, crop=(left, bottom, 10 * millimetre, 20 * millimetre))
    corner = drawn.to_pil().convert("L").point(lambda value: 255 * (value < 128))
    box = corner.getbbox()
    assert box
    symbol = corner.crop((box[0], box[1], box[2], box[1] + box[2] - box[0]))
    count = len(matrix(address))
    middles = [round((number + 0.5) * symbol.width / count) for number in range(count)]
    return [[symbol.getpixel((x, y)) == 255 for x in middles] for y in middles]


# The version says what is printed


def sheets(*changes: tuple[str, str, str], as_of: date = AS_OF) -> list[Sheet]:
    """The checklists of the minimal playbook in German, with changes (file, old, new)."""
    files = {**MINIMAL.files, **ADDRESSED}
    for path, old, new in changes:
        assert old.encode() in files[path], (path, old)
        files[path] = files[path].replace(old.encode(), new.encode(), 1)
    checked = check(Source("playbook", dict(sorted(files.items()))), AS_OF)
    assert checked.playbook is not None
    assert checked.passed, checked.findings
    return [sheet for sheet in render_editions(checked.playbook, as_of)[0].sheets if sheet.template == "checklist"]


ADDRESSED = {
    "organisation.yaml": MINIMAL.files["organisation.yaml"]
    + b"site_url: https://alarm.example.com/\nchecks: "
    + json.dumps(UNJUDGED).encode(),
}
LIST = "checklists/before-escalation.yaml"
PRINTED = {
    "title": (LIST, "de: Vor der Eskalation", "de: Vor dem Anruf"),
    "item": (LIST, "Sind die Fakten festgehalten?", "Sind die Fakten notiert?"),
    "answer": (LIST, "Uhrzeiten stehen im Ticket.", "Uhrzeiten stehen im Heft."),
    "critical": (LIST, "doer: support", "doer: support\n        killer: true"),
    "mode": (LIST, "do-confirm", "read-do"),
    "doer": (LIST, "doer: support", "doer: manager"),
    "aim": (LIST, "mode: ", "aim: {de: Vor jeder Übergabe., en: Before every handover.}\nmode: "),
    "owner": (LIST, "owner: manager", "owner: support"),
    "reviewed": (LIST, "reviewed: 2026-10-01", "reviewed: 2026-10-02"),
    "review": (LIST, "review_every: 12 month", "review_every: 6 month"),
    "name of the doer": ("roles/support.yaml", "title: Support", "title: Hotline"),
    "number of the doer": ("roles/support.yaml", "030 23125 100", "030 23125 199"),
    "number of the deputy": ("roles/manager.yaml", "030 23125 101", "030 23125 198"),
    "deputy": ("roles/support.yaml", "deputies: [manager]", ""),
    "organisation": ("organisation.yaml", "de: Lindenblatt Bücher", "de: Lindenblatt Verlag"),
    "address": ("organisation.yaml", "https://alarm.example.com/", "https://alarm.example.org/"),
}
NOT_PRINTED = {
    "nothing": (LIST, "", ""),
    "comment": (LIST, "kind: ", "# For the wall\nkind: "),
    "other language": (LIST, "Are the facts on record?", "Are the facts written down?"),
    "id of the item": (LIST, "id: facts", "id: data"),
    "reason": (LIST, "mode: ", "source: {de: Beschluss., en: Decision.}\nmode: "),
    "tags": (LIST, "mode: ", "tags: [wall]\nmode: "),
    "purpose of the doer": ("roles/support.yaml", "Nimmt Störungen an", "Nimmt Meldungen an"),
    "review of the doer": ("roles/support.yaml", "reviewed: 2026-10-01", "reviewed: 2026-10-20"),
    "decision": ("decisions.yaml", "Shop schließen", "Shop abschalten"),
    "chain": ("chains/it-incident.yaml", "sev1: 5 min", "sev1: 7 min"),
}  # fmt: skip


def version(sheet: Sheet) -> str:
    return str(sheet.data["meta"]["version"])


@cache
def unchanged() -> tuple[str, bytes]:
    (sheet,) = sheets()
    return version(sheet), sheet_pdf(sheet)


@pytest.mark.parametrize("change", PRINTED)
def test_version_changes_with_what_is_printed(change: str) -> None:
    (sheet,) = sheets(PRINTED[change])
    mark, pdf = unchanged()
    assert version(sheet) != mark
    assert without_version(sheet_pdf(sheet)) != without_version(pdf)
    assert version(sheet) in " ".join(read(sheet_pdf(sheet)))


@pytest.mark.parametrize("change", NOT_PRINTED)
def test_version_stays_with_what_is_not_printed(change: str) -> None:
    (sheet,) = sheets(NOT_PRINTED[change])
    assert (version(sheet), sheet_pdf(sheet)) == unchanged()


def test_version_does_not_know_the_day() -> None:
    (sheet,) = sheets(as_of=date(2031, 1, 1))
    assert (version(sheet), sheet_pdf(sheet)) == unchanged()


def without_version(pdf: bytes) -> str:
    return re.sub(r"Version [0-9a-f]{7}", "", " ".join(read(pdf)))


# What is authored is printed as it stands

HOSTILE = (
    '#panic("x") #eval("1+1") \\#let',
    "$x^2$ = Heading - list + enum / term: @ref <label>",
    "<script>alert(1)</script> &amp; {{ w.owner }} {% raw %}",
    "// comment /* block */ \\u{41} ~ -- --- ... \"straight\" 'quotes'",
    '_under_ [x] #[content] #image("/etc/passwd")',
    "Καλημέρα Привет → ✓",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_printed_literally(hostile: str) -> None:
    quoted = "'" + hostile.replace("'", "''") + "'"
    item = (LIST, "{de: Sind die Fakten festgehalten?, en: Are the facts on record?}", quoted)
    title = (LIST, "{de: Vor der Eskalation, en: Before escalating}", quoted)
    (sheet,) = sheets(item, title)
    (page,) = read(sheet_pdf(sheet))
    seen = re.sub("[\\s\u200b]", "", page)  # a long word may be broken
    assert seen.count(re.sub(r"\s", "", hostile)) == 3  # title, item, foot


def test_emphasis_is_read_without_its_marks() -> None:
    (sheet,) = sheets((LIST, "Sind die Fakten festgehalten?", "Sind **alle** *Fakten* im `Ticket`?"))
    assert "Sind alle Fakten im Ticket?" in read(sheet_pdf(sheet))[0]


def test_characters_without_a_glyph_are_replaced_and_not_swallowed() -> None:
    (sheet,) = sheets((LIST, "Sind die Fakten festgehalten?", "Sind 漢字 und 🚒 da?"))
    assert "Sind �� und � da?" in read(sheet_pdf(sheet))[0]


# A missing font


def test_a_missing_font_fails_loudly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets_module, "_FONTS", str(tmp_path))
    sheets_module._assert_font.cache_clear()
    with pytest.raises(RuntimeError, match="Atkinson Hyperlegible"):
        sheet_pdf(sheets()[0])


def test_a_font_that_is_there_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above would pass too if no folder but one were ever good."""
    shutil.copytree(sheets_module._FONTS, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(sheets_module, "_FONTS", str(tmp_path))
    sheets_module._assert_font.cache_clear()
    assert sheet_pdf(sheets()[0]) == unchanged()[1]
