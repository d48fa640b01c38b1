"""Findings in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from alarmplan import schemas
from alarmplan.model.finding import Finding
from alarmplan.model.kinds import KINDS
from alarmplan.model.trouble import CallerError
from alarmplan.report.titles import explained, named, with_titles
from alarmplan.rules.judge import Failure
from alarmplan.rules.texts import rule_texts

_HERE = Path(__file__).parent
_VARIANTS = (
    "file",
    "level",
    "line",
    "needs",
    "renamed",
    "suggestion",
    "elapsed",
    "described",
    "needed",
    "entry",
    "words",
    "dash",
    "deadline",
    "least",
    "most",
    "stands_in",
)  # parameters with which texts of their own may go
_TABLES = {"character": "characters", "language": "languages", "meant": "characters", "moment": "moments"}
_NAMED = {
    "clock_start": "starts",
    "criticality": "criticalities",
    "moments": "moments",
    "parts": "parts",
    "rating": "criticalities",
}  # parameters that list words of ours
_ASIDES = ("besides", "existing", "given", "namesake", "needs", "several", "unshown")


@cache
def words(language: str) -> Mapping[str, Mapping[str, str]]:
    import tomllib  # slow to import, and a clean playbook needs no text

    return tomllib.loads((_HERE / f"{language}.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """The languages in which messages can be made: every file of words here is one."""
    return tuple(sorted(file.stem for file in _HERE.glob("*.toml")))


def message(finding: Finding, language: str) -> str:
    return _said("message", finding, language)


def hint(finding: Finding, language: str) -> str:
    return _said("hint", finding, language)


def _said(part: str, finding: Finding, language: str) -> str:
    """The first text that is made for a parameter that this finding has, else the one for all."""
    texts = rule_texts(finding.rule, language)
    special = (f"{part}_with_{name}" for name in _VARIANTS if finding.params.get(name))
    key = next((key for key in special if key in texts), part)
    return texts[key].format_map(_readable(finding, language))


def confession(failure: Failure, language: str) -> str:
    """One line that owns up to a mistake of the program."""
    said = words(language)["report"]["failure"]
    return said.format(rule=failure.rule, path=failure.path, error=repr(failure.error))


def trouble(error: CallerError, language: str) -> str:
    """What the caller got wrong."""
    return words(language)["trouble"][error.problem].format_map(error.told)


def related(finding: Finding, language: str) -> str:
    """Why one has to see the other places."""
    said = "related" in rule_texts(finding.rule, language)
    return _said("related", finding, language) if said else words(language)["report"]["related"]


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
    for name in params.keys() & _TABLES.keys():
        params[name] = words(language)[_TABLES[name]].get(str(params[name]), params[name])
    for name in params.keys() & {"wanted", "found"}:
        types = words(language)["types"]
        params[name] = types["or"].join(types.get(word, word) for word in str(params[name]).split(", "))
    params |= {name: params[own] for name in params if (own := f"{name}_{language}") in params}
    if described := params.get("described"):
        params["described"] = explained(finding, str(described), language, words(language)["report"]["word"])
    if "many" in params:
        params["many"] = ", ".join(words(language)["many"][kind] for kind in str(params["many"]).split(", "))
    for name in params.keys() & {"kind", "namesake", "other"}:
        params[name] = _kind(str(params[name]), language)
    for name in params.keys() & {"keys", "missing"}:
        params[name] = with_titles(finding, str(params[name]), language, words(language)["report"]["titled"])
    for name in params.keys() & _NAMED.keys():
        called, form = words(language)[_NAMED[name]], words(language)["report"]["named"]
        params[name] = ", ".join(named(word, called[word], form) for word in str(params[name]).split(", "))
    if "languages" in params:
        called = words(language)["languages"]
        params["languages"] = ", ".join(called.get(code, code) for code in str(params["languages"]).split(", "))
    if "first_gap" in params:
        params["first_gap"] = _stretch(str(params["first_gap"]), language)
    if "home" in params:
        home = words(language)["home"]
        params["home"] = home["within" if params["home"] else "top"].format(keys=params["home"])
    return {**params, **_asides(params, language)}


def _asides(params: Mapping[str, str | int], language: str) -> Mapping[str, str]:
    """What sentences say besides, if there is anything to say."""
    said = words(language)["report"]
    many = params.get("places", 1)
    words_of = {name: said[name].format(words=params[name], **params) for name in _ASIDES if params.get(name)}
    return {
        **dict.fromkeys(_ASIDES, ""),
        **words_of,
        "places": said["places"].format(count=many) if many != 1 else "",
        "everywhere": said["everywhere"].format(count=many) if many != 1 else said["here"],
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
