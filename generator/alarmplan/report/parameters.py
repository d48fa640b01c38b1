"""Parameters of findings as their texts say them: what names a thing of ours, in the words of the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from alarmplan import schemas
from alarmplan.model.finding import Finding
from alarmplan.model.kinds import KINDS
from alarmplan.report.titles import explained, named, with_titles
from alarmplan.report.words import printable, words

Say = Callable[[str, Finding, str], str]  # the value, its finding, the language


def readable(finding: Finding, language: str) -> Mapping[str, str | int]:
    """All parameters; where there is one for each language (`line_de`), that of the reader."""
    params = {
        name: printable(value) if isinstance(value, str) else value for name, value in finding.params.items()
    }
    params |= {name: params[own] for name in params if (own := f"{name}_{language}") in params}
    params |= {name: say(str(params[name]), finding, language) for name, say in _SAID.items() if name in params}
    return {**params, **_asides(params, language)}


def _word(table: str) -> Say:
    return lambda value, _, language: words(language)[table].get(value, value)


def _words(table: str) -> Say:
    def say(value: str, _: Finding, language: str) -> str:
        called = words(language)[table]
        return ", ".join(called.get(word, word) for word in value.split(", "))

    return say


def _with_words(table: str) -> Say:
    """With what has to be written: `Ursache (cause)`."""

    def say(value: str, _: Finding, language: str) -> str:
        called, form = words(language)[table], words(language)["report"]["named"]
        return ", ".join(named(word, called.get(word, word), form) for word in value.split(", "))

    return say


def _types(value: str, _: Finding, language: str) -> str:
    types = words(language)["types"]
    return types["or"].join(types.get(word, word) for word in value.split(", "))


def _titled(value: str, finding: Finding, language: str) -> str:
    return with_titles(finding, value, language, words(language)["report"]["titled"])


def _described(value: str, finding: Finding, language: str) -> str:
    return value and explained(finding, value, language, words(language)["report"]["word"])


def _kind(kind: str, _: Finding, language: str) -> str:
    if kind in KINDS:
        title = schemas.title(schemas.kind_schema(kind), language)
        return title if language == "de" else title[:1].lower() + title[1:]  # German nouns are never small
    return words(language)["kinds"].get(kind, kind)


def _stretch(stretch: str, _: Finding, language: str) -> str:
    """Hours of a week, such as `mon 18:00 tue 08:00`."""
    week = words(language)["week"]
    start_day, start, end_day, end = stretch.split()
    form = week["within_day" if start_day == end_day and start < end else "over_days"]
    return form.format(day=week[start_day], start=start, end_day=week[end_day], end=end)


def _home(keys: str, _: Finding, language: str) -> str:
    return words(language)["home"]["within" if keys else "top"].format(keys=keys)


_SAID: Mapping[str, Say] = {
    "character": _word("characters"),
    "clock_start": _with_words("starts"),
    "criticality": _with_words("criticalities"),
    "described": _described,
    "first_gap": _stretch,
    "found": _types,
    "home": _home,
    "keys": _titled,
    "kind": _kind,
    "language": _word("languages"),
    "languages": _words("languages"),
    "many": _words("many"),
    "meant": _word("characters"),
    "missing": _titled,
    "moment": _word("moments"),
    "moments": _with_words("moments"),
    "namesake": _kind,
    "other": _kind,
    "parts": _with_words("parts"),
    "rating": _with_words("criticalities"),
    "wanted": _types,
}
_ASIDES = ("besides", "existing", "given", "namesake", "needs", "several", "unshown")


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
