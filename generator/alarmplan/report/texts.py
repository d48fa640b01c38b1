"""Findings in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from alarmplan import schemas
from alarmplan.model.finding import Finding
from alarmplan.model.kinds import KINDS
from alarmplan.rules.judge import Failure
from alarmplan.rules.texts import rule_texts

_HERE = Path(__file__).parent
_OTHER_HINTS = ("with_suggestion", "elapsed")
_ASIDES = ("besides", "existing", "given", "several")


@cache
def words(language: str) -> Mapping[str, Mapping[str, str]]:
    import tomllib  # slow to import, and a clean playbook needs no text

    return tomllib.loads((_HERE / f"{language}.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """The languages in which messages can be made: every file of words here is one."""
    return tuple(sorted(file.stem for file in _HERE.glob("*.toml")))


def message(finding: Finding, language: str) -> str:
    return rule_texts(finding.rule, language)["message"].format_map(_readable(finding, language))


def hint(finding: Finding, language: str) -> str:
    texts = rule_texts(finding.rule, language)
    key = next((f"hint_{name}" for name in _OTHER_HINTS if finding.params.get(name.removeprefix("with_"))), "hint")
    return texts.get(key, texts["hint"]).format_map(_readable(finding, language))


def confession(failure: Failure, language: str) -> str:
    """One line that owns up to a mistake of the program."""
    said = words(language)["report"]["failure"]
    return said.format(rule=failure.rule, path=failure.path, error=repr(failure.error))


def related(finding: Finding, language: str) -> str:
    return rule_texts(finding.rule, language).get("related", words(language)["report"]["related"])


def printable(text: str) -> str:
    """Authored text must neither break the line of a message nor command a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u00a0" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _readable(finding: Finding, language: str) -> Mapping[str, str | int]:
    """Parameters that name things of ours, in the words of the reader."""
    params = {
        name: printable(value) if isinstance(value, str) else value for name, value in finding.params.items()
    }
    for name in ("wanted", "found"):
        if name in params:
            types = words(language)["types"]
            params[name] = types["or"].join(types.get(word, word) for word in str(params[name]).split(", "))
    if "language" in params:
        params["language"] = words(language)["languages"].get(str(params["language"]), params["language"])
    for name in ("character", "meant"):
        if name in params:
            params[name] = words(language)["characters"].get(str(params[name]), params[name])
    for name in ("kind", "other"):
        if name in params:
            params[name] = _kind(str(params[name]), language)
    if "first_gap" in params:
        params["first_gap"] = _stretch(str(params["first_gap"]), language)
    if "home" in params:
        home = words(language)["home"]
        params["home"] = home["within" if params["home"] else "top"].format(keys=params["home"])
    return {**params, **_asides(finding.params, language)}


def _asides(params: Mapping[str, str | int], language: str) -> Mapping[str, str]:
    """What sentences say besides, if there is anything to say."""
    said = words(language)["report"]
    many = params.get("places", 1)
    words_of = {name: said[name].format(words=params[name]) for name in _ASIDES if params.get(name)}
    return {
        **dict.fromkeys(_ASIDES, ""),
        **words_of,
        "places": said["places"].format(count=many) if many != 1 else "",
    }


def _stretch(stretch: str, language: str) -> str:
    """Hours of a week, such as `mon 18:00 tue 08:00`."""
    week = words(language)["week"]
    start_day, start, end_day, end = stretch.split()
    form = week["within_day" if start_day == end_day and start < end else "over_days"]
    return form.format(day=week[start_day], start=start, end_day=week[end_day], end=end)


def _kind(kind: str, language: str) -> str:
    if kind in KINDS:
        title = schemas.title(schemas.kind_schema(kind), language)
        return title if language == "de" else title[:1].lower() + title[1:]  # German nouns are never small
    return words(language)["kinds"].get(kind, kind)
