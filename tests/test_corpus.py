r"""What process owners get wrong, and what they are told: one slip is one finding, at the guilty word.

The files `corpus/*.md` hold tables by kind. A row replaces a piece of a file of `corpus/playbook` (`⏎` is a line
break) and says what is to be found: the rule, and what is suggested. The guilty word stands between `⟦` and `⟧`;
where it is not in the new piece, `at` names it within its surroundings, after the path of its file if that is
another. `yaml-*` is any finding of a text that cannot be read, in that file. Pairs of rows stand in `doubles.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from alarmplan import schemas
from alarmplan.load import load
from alarmplan.model.finding import Finding
from alarmplan.model.kinds import KINDS
from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.report.located import Located
from alarmplan.report.texts import hint, message
from alarmplan.report.words import words
from alarmplan.sources.folder import read_folder
from alarmplan.suggest import Suggestions
from alarmplan.validate import engine, explain

AS_OF = date(2026, 11, 22)

CORPUS = Path(__file__).parent / "corpus"
PLAYBOOK = read_folder(CORPUS / "playbook", "playbook")

_ROW = re.compile(
    r"\| (?P<name>[^|]+) \| `(?P<was>[^`]*)` \| `(?P<becomes>.*?)` \| (?P<found>[^|]+?) \|(?P<meant>[^|]*)\|"
)
_EXPECTED = re.compile(r"(?P<rule>[a-z-]+\*?)(?: at (?P<path>\S+\.yaml )?`(?P<where>[^`]*)`)?")

Spotted = tuple[str, str, int, int, str]  # rule, path, line, column, suggestion


@dataclass(frozen=True)
class Mistake:
    name: str
    path: str
    was: str
    becomes: str
    found: str
    meant: str

    def applied(self, files: dict[str, bytes], *, marked: bool = False) -> dict[str, bytes]:
        text = files[self.path].decode()
        assert text.count(self.was) == 1, (self.name, self.was, text.count(self.was))
        new = text.replace(self.was, self.becomes if marked else unmarked(self.becomes))
        return {**files, self.path: new.encode()}

    def expected(self, others: dict[str, bytes]) -> Iterator[Spotted]:
        """In files that hold every mistake but this one."""
        after, marked = self.applied(others), self.applied(others, marked=True)[self.path].decode()
        marks = [mark.start() - 2 * number for number, mark in enumerate(re.finditer("⟦", marked))]
        for number, wanted in enumerate(_EXPECTED.finditer(self.found)):
            path = (wanted["path"] or self.path).strip()
            if wanted["rule"].endswith("*"):
                yield wanted["rule"], path, 0, 0, ""
                continue
            text = after[path].decode()
            offset = offset_of(wanted["where"], text) if wanted["where"] else marks[number]
            line = text.count("\n", 0, offset) + 1
            yield wanted["rule"], path, line, offset - text.rfind("\n", 0, offset), self.meant


def offset_of(where: str, text: str) -> int:
    assert text.count(unmarked(where)) == 1, where
    return text.index(unmarked(where)) + where.index("⟦")


def unmarked(piece: str) -> str:
    return piece.replace("⟦", "").replace("⟧", "")


def mistakes_of(file: Path) -> Iterator[Mistake]:
    for section in re.split(r"^## ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        path, *lines = section.splitlines()
        for line in lines:
            if line.startswith("| ") and not line.startswith(("| mistake |", "| --- |")):
                row = _ROW.fullmatch(line)
                assert row, line
                was, becomes = (row[name].replace("⏎", "\n") for name in ("was", "becomes"))
                yield Mistake(row["name"], path, was, becomes, row["found"], row["meant"].strip())


SINGLES = {
    f"{file.stem}: {Path(one.path).stem}: {one.name}": one
    for file in sorted(CORPUS.glob("*.md"))
    if file.stem != "doubles"
    for one in mistakes_of(file)
}


def spotted(files: dict[str, bytes], expected: list[Spotted]) -> list[Spotted]:
    source = Source("playbook", files)
    located = Located(source)
    loose = {path for rule, path, *_ in expected if rule == "yaml-*"}

    def spot(finding: Finding) -> Spotted:
        path = finding.place.path
        if finding.rule.startswith("yaml-") and path in loose:
            return "yaml-*", path, 0, 0, ""
        at = located.spot(finding.place)
        return finding.rule, path, at.line, at.column, str(finding.params.get("suggestion", ""))

    return sorted(map(spot, check(source, AS_OF).findings))


def test_the_playbook_is_clean_before_it_is_broken() -> None:
    assert spotted(dict(PLAYBOOK.files), []) == []


def test_the_corpus_is_large_and_covers_every_kind() -> None:
    assert len(SINGLES) > 240
    assert {name.partition(":")[0] for name in SINGLES} >= set(KINDS)


@pytest.mark.parametrize("name", SINGLES)
def test_one_mistake_is_one_finding(name: str) -> None:
    mistake = SINGLES[name]
    expected = sorted(mistake.expected(dict(PLAYBOOK.files)))
    assert spotted(mistake.applied(dict(PLAYBOOK.files)), expected) == expected


def test_engines_agree_on_the_corpus() -> None:
    for name, mistake in SINGLES.items():
        changed = mistake.applied(dict(PLAYBOOK.files))[mistake.path]
        for document in load(Source("playbook", {mistake.path: changed}))[0]:
            if document.kind in KINDS:
                errors = list(explain._validator(document.kind).iter_errors(document.data))
                assert engine.is_valid(document.kind, document.data) == (not errors), name


DOUBLES = re.findall(r"^- (.*) \+ (.*)$", (CORPUS / "doubles.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("one", "other"), DOUBLES)
def test_two_mistakes_are_two_findings(one: str, other: str) -> None:
    first, second = SINGLES[one], SINGLES[other]
    clean = dict(PLAYBOOK.files)
    expected = sorted([*first.expected(second.applied(clean)), *second.expected(first.applied(clean))])
    assert spotted(first.applied(second.applied(clean)), expected) == expected


# What a table cannot show


def broken(path: str, was: str, becomes: str) -> list[Finding]:
    mistake = Mistake("", path, was, becomes, "", "")
    return list(check(Source("playbook", mistake.applied(dict(PLAYBOOK.files))), AS_OF).findings)


def test_a_renamed_id_is_shown_with_the_places_that_name_it() -> None:
    """First the id that was probably meant, which nobody names, then the other references, not all of them."""
    (finding,) = broken("roles/support.yaml", "id: support\n", "id: suport\n")
    assert finding.params["places"] == 18
    assert finding.related[0].path == "roles/support.yaml"
    assert finding.related[0].route == ("id",)
    assert len(finding.related) == 5
    assert "in 18 places" in message(finding, "en")
    assert "an 18 Stellen" in message(finding, "de")
    assert hint(finding, "de").endswith("weitere Stellen (13) findet eine Suche nach „support“")
    assert "places" not in message(broken("roles/support.yaml", "[manager]", "[boss]")[0], "en")


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("deputies:", "? " + "k" * 50_000 + "\n: x\ndeputies:"),
        ("deputies: [manager]", "deputies: [" + "k" * 50_000 + "]"),
        ("deputies: [manager]", "deputies: [" + "K" * 50_000 + "]"),
        ("kind: role", "kind: " + "k" * 50_000),
    ],
)
def test_a_token_is_repeated_in_short(was: str, becomes: str) -> None:
    (finding,) = broken("roles/support.yaml", was, becomes)
    assert "k" * 40 in message(finding, "en").lower()
    assert len(message(finding, "en")) < 200
    assert len(hint(finding, "en")) < 400


def test_a_mapping_that_is_wanted_is_shown() -> None:
    """By the example of its schema, or where that has none by the keys that are needed."""
    (checks,) = broken("organisation.yaml", "languages:", "checks: translation-missing\nlanguages:")
    assert "translation-missing: ignore}" in hint(checks, "de")
    joint = "{decision: inform-customers, with: [communications]}"
    (jointly,) = broken("roles/manager.yaml", joint, "inform-customers")
    assert "{decision: …, with: […]}" in hint(jointly, "en")
    alone = "{decision: stop-deliveries, by: manager, within: 20 min, from: reported}"
    (decided,) = broken("situations/shop-down.yaml", alone, "stop-deliveries")
    assert "{decision: stop-deliveries}" in hint(decided, "en")
    (nothing,) = broken("situations/shop-down.yaml", alone, "alle")
    assert "{decision: …}" in hint(nothing, "en")


def test_an_empty_value_is_struck_only_where_it_may_be() -> None:
    (needed,) = broken("situations/shop-down.yaml", "enter_at: command", "enter_at:")
    assert "streichen Sie den Schlüssel" in hint(needed, "de")
    (needed,) = broken("roles/support.yaml", "id: support\n", "id:\n")
    assert hint(needed, "de").endswith("zum Beispiel „id: incident-manager“; der Schlüssel ist Pflicht")
    assert "“id: incident-manager”" in hint(needed, "en")
    (entry,) = broken("roles/support.yaml", "[manager]", '[""]')
    assert "streichen Sie den Eintrag" in hint(entry, "de")
    assert "remove the entry" in hint(entry, "en")


def test_parts_and_keys_are_called_as_readers_call_them() -> None:
    """Each with the key once, which has to be written; where the word is the key, that alone."""
    template = "templates/first-notice.yaml"
    (parts,) = broken(template, "parts: [description, impact, measures]", "parts: [measures]")
    assert message(parts, "de").endswith(
        "(Erstmeldung) ist nicht vorgesehen: was geschehen ist (description), Auswirkung (impact)"
    )
    assert message(parts, "en").endswith("(initial notice) has no place for: what happened (description), impact")
    (undated,) = broken("roles/support.yaml", "review_every: 6 month\n", "")
    assert message(undated, "de").endswith("fehlt: „Durchsicht alle“ (review_every)")
    assert message(undated, "en").endswith("missing: review_every")


def test_numbers_out_of_range_are_told_the_limit() -> None:
    """Also where it is nought."""
    (small,) = broken("chains/it-incident.yaml", "times: 4", "times: -1")
    assert message(small, "de") == "-1 ist zu klein: erlaubt ist 0 oder mehr"
    (large,) = broken("severity/it.yaml", "rank: 2", "rank: 10")
    assert message(large, "en") == "10 is too large: 9 or less is allowed"
    assert hint(large, "en") == "write 9 or a smaller number"


def test_a_deadline_is_named_by_its_title() -> None:
    (nobody,) = broken("severity/it.yaml", "        by: manager\n        calendar", "        calendar")
    assert message(nobody, "de") == "„Bericht“ („follow_up“ von „high“): niemand ist genannt, der es erledigt"


def test_who_is_to_decide_is_named() -> None:
    """By the situation in which it is due, where nobody may."""
    files = dict(PLAYBOOK.files)
    for role in ("manager", "support"):
        for was in ("stop-deliveries, ", ", stop-deliveries"):
            path = f"roles/{role}.yaml"
            files[path] = files[path].replace(was.encode(), b"", 1)
    (finding,) = check(Source("playbook", files), AS_OF).findings
    assert "role that is to decide (manager), or" in hint(finding, "en")


def test_parts_are_called_as_in_the_schema() -> None:
    """Which explains them in editors and in the reference; none is without a word."""
    part = schemas.schemas()["common.schema.json"]["$defs"]["message-part"]
    template = schemas.kind_schema("template")["properties"]["moment"]
    service = schemas.kind_schema("service")["properties"]
    commitment = service["commitments"]["items"]["properties"]
    for language in ("de", "en"):
        assert set(words(language)["parts"]) == set(part["enum"])
        assert set(words(language)["moments"]) == set(template["enum"])
        assert set(words(language)["criticalities"]) == set(service["criticality"]["enum"])
        assert set(words(language)["starts"]) == set(commitment["clock_start"]["enum"])
    said = part["x-de"]["description"]
    assert all(word in said for word in words("de")["parts"].values())
    assert all(word in template["x-de"]["description"] for word in words("de")["moments"].values())


def test_words_that_are_no_ids_are_named() -> None:
    """Of five moments and the organisation’s own, five need not be created."""
    (finding,) = broken("severity/it.yaml", "from: solved", "from: christmas")
    assert "always possible: reported, acknowledged, classified, solved, closed" in hint(finding, "en")
    (finding,) = broken("severity/it.yaml", "from: solved", "from: Heiligabend 2026")
    assert "immer möglich: reported" in hint(finding, "de")
    (finding,) = broken("roles/support.yaml", "[manager]", "[boss]")
    assert "possible" not in hint(finding, "en")


def test_the_time_of_a_step_in_a_case_counts_from_the_report() -> None:
    (finding,) = broken("situations/shop-down.yaml", "at: 0 min", "at: 06:05")
    assert "Meldung" in hint(finding, "de")
    assert "none" not in hint(finding, "de")
    (finding,) = broken("situations/shop-down.yaml", "within: 20 min", "within: bald")
    assert "none" in hint(finding, "de")


def test_a_key_that_another_one_needs_is_told_with_it() -> None:
    (finding,) = broken("chains/it-incident.yaml", "  repeat_every: 15 min\n", "")
    assert "weil hier „times“ steht" in hint(finding, "de")
    (finding,) = broken("services/shop.yaml", "criticality: critical\n", "")
    assert "weil" not in hint(finding, "de")


def test_few_ids_are_named_where_none_is_near() -> None:
    (finding,) = broken("situations/shop-down.yaml", "enter_at: command", "enter_at: crisis")
    assert hint(finding, "de").endswith("; es gibt: first-contact, command")
    (finding,) = broken("situations/shop-down.yaml", "enter_at: command", "enter_at: 2")
    assert hint(finding, "en").endswith("; there are: first-contact, command")
    (finding,) = broken("roles/support.yaml", "[manager]", "[phone]")
    assert hint(finding, "de").endswith("; es gibt: communications, manager, support")


def test_a_comma_is_advised_only_where_something_separates_entries() -> None:
    for written in ("Stufe 2 - Chefsache", "Chefsache"):
        (finding,) = broken("roles/support.yaml", "[manager]", f"[{written}]")
        assert "Komma" not in hint(finding, "de")
    for written in ("boss/owner", "Boss und Chefsache", "boss owner"):
        (finding,) = broken("roles/support.yaml", "[manager]", f"[{written}]")
        assert "Komma" in hint(finding, "de"), written
    (finding,) = broken("situations/shop-down.yaml", "enter_at: command", "enter_at: Chef/Boss")
    assert "Komma" not in hint(finding, "de")


def test_an_id_declared_in_capitals_is_suggested_in_the_form_it_will_have() -> None:
    path = "severity/it.yaml"
    text = PLAYBOOK.files[path].decode().replace("everybody", "Everybody")
    found = check(Source("playbook", {**PLAYBOOK.files, path: text.encode()}), AS_OF).findings
    assert {finding.params["suggestion"] for finding in found} == {"everybody"}


def test_an_id_of_digits_needs_quotes() -> None:
    path = "chains/it-incident.yaml"
    numbered = Source("playbook", {**PLAYBOOK.files, path: PLAYBOOK.files[path].replace(b"command", b'"2"')})
    situation = "situations/shop-down.yaml"
    changed = numbered.files[situation].replace(b"enter_at: command", b"enter_at: 2")
    changed = changed.replace(b"level: command", b'level: "2"')
    (finding,) = check(Source("playbook", {**numbered.files, situation: changed}), AS_OF).findings
    assert finding.rule == "text-unquoted"
    assert finding.params["suggestion"] == '"2"'


def test_further_entries_of_a_list_without_its_key_are_shown_beside_the_first() -> None:
    (finding,) = broken("glossary.yaml", "wording:\n", "")
    assert finding.related[0].route == ("terms", 3)
    assert "wording" in hint(finding, "en")


def test_a_list_of_wrong_words_is_told_as_one() -> None:
    (days,) = broken("organisation.yaml", "[mon, tue, wed, thu], from: 08:00", "[Mo, Di, Mi, Do], from: 08:00")
    assert message(days, "de").startswith("„Mo, Di, Mi, Do“")
    assert hint(days, "de") == "schreiben Sie [mon, tue, wed, thu]"
    assert len(days.related) == 3


def test_a_key_that_is_missing_is_shown_by_an_example() -> None:
    """In the languages in which the file is written."""
    (title,) = broken("roles/support.yaml", "title: Support\n", "")
    line = "ergänzen Sie eine Zeile, etwa „title: {de: IT-Störung, en: IT incident}“; dort steht: "
    assert hint(title, "de").startswith(line)
    plain = {"purpose": "Liefert aus.", "id": "driver"}
    (title,) = explain.explain("a.yaml", "role", {"kind": "role", **plain})
    assert "„title: IT-Störung“" in hint(title, "de")
    assert "“title: IT incident”; it says: Heading of the page" in hint(title, "en")


def test_words_to_choose_from_are_explained() -> None:
    (advance,) = broken("chains/it-incident.yaml", "advance: {by: system", "advance: {by: pager")
    assert "„caller“: wer gemeldet hat; „owner“: wer die Störung" in hint(advance, "de")
    assert "“system”: the alerting tool;" in hint(advance, "en")
    (day,) = broken("organisation.yaml", "days: [fri]", "days: [heute]")
    assert hint(day, "de") == "wählen Sie einen der erlaubten Werte"


def test_a_part_of_a_name_leads_to_all_that_have_it() -> None:
    path = "channels.yaml"
    text = PLAYBOOK.files[path].decode().replace("de: Telefon", "de: Haustelefon")
    assert text.count("Haustelefon") == 1
    mistake = Mistake("", "chains/it-incident.yaml", "via: [phone, mail]", "via: [Telefon, mail]", "", "")
    files = mistake.applied({**PLAYBOOK.files, path: text.encode()})
    (finding,) = check(Source("playbook", files), AS_OF).findings
    assert finding.params["suggestion"] == "phone"


def test_a_number_is_quoted_as_it_was_written() -> None:
    (time,) = broken("organisation.yaml", "to: 15:30", "to: 15.30")
    assert message(time, "de").startswith("„15.30“ ")
    (title,) = broken("roles/support.yaml", "title: Support", "title: 1.10")
    assert "1.10" in message(title, "en")
    assert title.params["suggestion"] == '"1.10"'


def test_only_some_unknown_ids_get_a_suggestion() -> None:
    """Nobody reads hundreds of suggestions, and each costs a look at every id."""
    letters = "abcdefghijklmnopqrst"
    written = [f"manager{one}{other}" for one in letters for other in letters]  # two edits from one that is
    suggestions = Suggestions()
    found = [suggestions.nearest("role", word, ["manager"]) for word in written]
    assert found == ["manager"] * 200 + [None] * 200
    assert [suggestions.nearest("role", word, ["manager"]) for word in written] == found


@pytest.mark.parametrize(
    "text",
    [
        "[Abfahrt](12:30)",
        "[Plan](https://a.example/b:c)",
        "[x](tel:1)",
        "(rolle:manager)",
    ],
)
def test_what_is_no_link_to_an_id_is_left_alone(text: str) -> None:
    assert broken("roles/support.yaml", "  de: Nimmt Störungen an.", f'  de: "Nimmt an, {text}."') == []
