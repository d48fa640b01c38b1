"""Where a line must not end, in authored text of either language."""

from __future__ import annotations

import pytest

from alarmplan.model.source import Source
from alarmplan.pipeline import check, render_editions
from alarmplan.render.typography import spaced
from alarmplan.sources.folder import read_folder
from tests.test_golden import AS_OF, MINIMAL

# `~` stands for a no-break space, and for an ordinary one before.
CASES = {
    "de": (
        "binnen 15~min, spätestens nach 24~h",
        "um 08:00~Uhr oder um 9~Uhr",
        "von 08:00 bis 18:00~Uhr",
        "Sev~1 und Sev~2, also Stufe~3",
        "§~3 Abs.~2 Satz~1, §§~4 und 5",
        "Art.~33 DSGVO, Artikel~34",
        "z.~B. nachts, d.~h. nach 22~Uhr, i.~d.~R. früher",
        "99,8~% im Monat, 10.000~€, EUR~5.000",
        "2~Arbeitstage, 30~Tage, 4~Stunden, 1~Stunde, 3~Std. 20~Min.",
        "am 24.~Dezember 2025",
        "40 Bestellungen je Stunde",
        "4 heben, 3 Minutenzeiger, 5 Tagebücher",
        "ein Art. Wort, Seven 3",
        "Rufen Sie 040 66969 110 an",
        "`15 min` heißt 15~min, und `Sev 1` heißt Sev~1",
        "**15~min** und [Sev~1](severity:it/sev1) und [hier](https://example.com/?a=15)",
        "Nachricht 3. Danach 4 Augen",
        "ISO~27001, DIN~5008, Nr.~7",
    ),
    "en": (
        "within 15~min, after 24~h at the latest",
        "at 8~a.m. or 10~pm",
        "Sev~1 and Sev~2, so level~3",
        "Article~33 GDPR, Art.~34, section~4, §~3",
        "99.8~% a month, EUR~5,000, 30~minutes, 2~working days",
        "on 24~December 2025, in 3~May days",
        "e.~g. at night",
        "40 orders an hour, 3 daylight runs, 4 hourly updates",
        "step~4, page~7, item~2",
        "um 9 Uhr, 3 Stunden",
        "call 030 23125 100",
    ),
}


@pytest.mark.parametrize(("language", "wanted"), [(key, case) for key, cases in CASES.items() for case in cases])
def test_spaces(language: str, wanted: str) -> None:
    assert spaced(wanted.replace("~", " "), language) == wanted.replace("~", "\u00a0")


@pytest.mark.parametrize("language", CASES)
def test_nothing_but_spaces_changes(language: str) -> None:
    for case in (*CASES["de"], *CASES["en"]):
        text = case.replace("~", " ")
        assert spaced(text, language).replace("\u00a0", " ") == text
        assert spaced(spaced(text, language), language) == spaced(text, language)


def test_the_end_of_a_line_is_a_space_and_that_of_a_paragraph_is_none() -> None:
    assert spaced("nach 15\nmin", "de") == "nach 15\u00a0min"
    assert spaced("Sev\n\n1", "de") == "Sev\n\n1"


def test_an_unknown_language_has_the_units_of_all() -> None:
    assert spaced("15 min, 9 Uhr, Sev 1", "nl") == "15\u00a0min, 9 Uhr, Sev\u00a01"


def test_pages_and_sheets_are_set_and_messages_are_copied_as_they_were_written() -> None:
    files = dict(read_folder(MINIMAL, "minimal").files)
    change(files, "templates/customer-initial.yaml", "Wir arbeiten daran.", "Wir brauchen 15 min dafür.")
    change(files, "templates/customer-initial.yaml", "moment:", "advice: [{de: Nach 15 min., en: x}]\nmoment:")
    change(files, "checklists/before-escalation.yaml", "Sind die Fakten", "Sind nach 15 min die Fakten")
    playbook = check(Source("minimal", files), AS_OF).playbook
    assert playbook is not None
    german = render_editions(playbook, AS_OF)[0]
    (page,) = (page.body for page in german.pages if page.path == "templates/customer-initial.md")
    assert "Wir brauchen 15 min dafür." in page
    assert "Nach 15\u00a0min." in page
    (sheet,) = (sheet for sheet in german.sheets if sheet.template == "checklist")
    assert (
        sheet.data["groups"][0]["items"][0]["text"][0]["text"] == "Sind nach 15\u00a0min die Fakten festgehalten?"
    )


def change(files: dict[str, bytes], path: str, old: str, new: str) -> None:
    assert old.encode() in files[path]
    files[path] = files[path].replace(old.encode(), new.encode(), 1)
