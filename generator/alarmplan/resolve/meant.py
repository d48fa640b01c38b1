"""What was meant where a reference has no form of one: only what exists is suggested, by its id or its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from alarmplan.corrections import an_id, other_word
from alarmplan.model.finding import Finding, Findings
from alarmplan.model.place import Route
from alarmplan.model.source import LoadedDocument
from alarmplan.resolve.mentions import collect, guess_kind
from alarmplan.suggest import Suggestions, few

_WORD = 4  # letters that are enough to find a name by
_CHOICE = 3  # suggestions at once
_AROUND_THE_CLOCK = ("24/7", "24x7", "7x24", "24h", "rund um die Uhr", "around the clock", "immer", "always")

_BETWEEN = (re.compile(r"\s*[,;/&+|]\s*|\s+(?:und|and)\s+"), re.compile(r"[,;\s]+"))

# What separates entries: a sign, a word between them, or blanks where all of them could be ids.
_SEPARATED = re.compile(r"[,;/&+|]|\s(?:und|and)\s|^[a-z0-9-]+(?:\s+[a-z0-9-]+)+$")


def with_meant(findings: Iterable[Finding], documents: Iterable[LoadedDocument]) -> Findings:
    """`findings`; those that name the `kind` of thing referred to get a suggestion if there is one."""
    found = tuple(findings)
    if not any(map(_waits, found)):
        return found
    names = _Names(tuple(documents))
    return tuple(names.suggest(one) if _waits(one) else one for one in found)


def _waits(finding: Finding) -> bool:
    if finding.rule == "reference-missing":
        return "kind" in finding.params and not finding.params["suggestion"]
    return finding.rule in ("reference-form", "list-missing", "value-type") and "kind" in finding.params


class _Names:
    """By kind and scope, what everything is called: ids, titles in all languages and aliases."""

    def __init__(self, documents: tuple[LoadedDocument, ...]) -> None:
        self._suggestions = Suggestions()
        self._data = {document.path: document.data for document in documents}
        self._known: dict[tuple[str, str], dict[str, str]] = {}
        seen: set[tuple[str, str, str]] = set()
        for document in documents:
            kind = guess_kind(document)
            for key, place in collect(document, kind).declarations if kind else ():
                names = self._known.setdefault((key.kind, key.scope), {})
                meant = an_id(key.id[:100])  # `S1` will be `s1` as soon as that is mended
                one = (key.kind, key.scope, meant)
                if meant and one not in seen:  # what has the id of another will get one of its own
                    seen.add(one)
                    names[_letters(key.id)] = meant
                    for name in _names(key.kind, document.data, place.route[:-1]):
                        names.setdefault(_letters(name), meant)

    def suggest(self, finding: Finding) -> Finding:
        params, place = finding.params, finding.place
        if finding.rule == "reference-missing":  # of an id, which may be the small title of something else
            family = (str(params["kind"]), "")
            meant = self._one(family, str(params["id"])) or self._alike(family, str(params["id"]))
            return replace(finding, params={**params, "suggestion": meant})
        within = str(params.get("within", ""))
        scope = params.get("scope") or _scope(self._data[place.path], place.route, within)
        family = (str(params["kind"]), str(scope))
        written = str(params["value"])
        if "key" in params:  # a mapping with this key is wanted
            meant = self._one(family, written)
            entry = f"{{{params['key']}: {meant}}}" if meant else ""
            if finding.rule == "value-type":
                return replace(finding, params={**params, "example": entry or params["example"]})
            return replace(finding, params={**params, "suggestion": f"[{entry}]" if entry else ""})
        if finding.rule == "list-missing":
            meant = self._several(family, written)
            return replace(finding, params={**params, "suggestion": f"[{meant}]" if meant else ""})
        if word := _besides(str(params.get("besides", "")), written):
            return replace(finding, params={**params, "suggestion": word})
        if written in self._known.get(family, {}).values():  # as a number, not as text
            return replace(finding, rule="text-unquoted", params={"value": written, "suggestion": f'"{written}"'})
        in_a_list = bool(place.route) and isinstance(place.route[-1], int)
        meant = self._several(family, written) if in_a_list else self._one(family, written)
        meant = meant or self._alike(family, written)
        several = "yes" if in_a_list and _SEPARATED.search(written) else ""
        existing = few(list(dict.fromkeys(self._known.get(family, {}).values())))
        return replace(finding, params={**params, "suggestion": meant, "several": several, "existing": existing})

    def _one(self, family: tuple[str, str], written: str) -> str:
        written = _as_value(family, written)
        known, letters = self._known.get(family, {}), _letters(written)
        return known.get(letters) or known.get(self._suggestions.nearest(family, letters, known) or "", "")

    def _alike(self, family: tuple[str, str], written: str) -> str:
        """All whose names hold the word, if they are few: `Telefon` is part of `Haustelefon`."""
        letters = _letters(written)
        known = self._known.get(family, {}) if len(letters) >= _WORD else {}
        found = dict.fromkeys(meant for name, meant in known.items() if letters in name)
        return " / ".join(found) if len(found) <= _CHOICE else ""

    def _several(self, family: tuple[str, str], written: str) -> str:
        """One, or several between which something else than a comma stands."""
        if one := self._one(family, written):
            return one
        for between in _BETWEEN:
            parts = [self._one(family, part) for part in between.split(written)]
            if len(parts) > 1 and all(parts):
                return ", ".join(parts)
        return ""


def _besides(words: str, written: str) -> str:
    """The word that was meant, of those that may stand in place of an id."""
    known = {_letters(word): word for word in words.split(", ") if word}
    return known.get(_letters(written)) or other_word(written, known.values())


def _as_value(family: tuple[str, str], written: str) -> str:
    """`severity:it/high`, as it stands in links, without what is plain where it is a value."""
    kind, scope = family
    bare = written.removeprefix(f"{kind}:")
    return bare.removeprefix(f"{scope}/") if scope else bare


def _scope(data: Any, route: Route, within: str) -> Any:
    """The value of the key `within` that is nearest to the end of `route`; `id` is that of the document."""
    scope = data.get(within, "") if within else ""
    for step in route[:-1] if within not in ("", "id") else ():
        data = data[step]
        if isinstance(data, dict):
            scope = data.get(within, scope)
    return scope


def _letters(name: str) -> str:
    """Without what people write in this way and that: `Sev 2`, `sev-2` and `sev2` are one."""
    return an_id(name[:100]).replace("-", "")


def _names(kind: str, data: Any, route: Route) -> Iterator[str]:
    for step in route:
        data = data[step]
    if kind == "calendar" and data.get("always") is True:
        yield from _AROUND_THE_CLOCK
    aliases = data.get("aliases")
    for text in (data.get("title"), *(aliases if isinstance(aliases, list) else ())):
        yield from (
            word for word in (text.values() if isinstance(text, dict) else [text]) if isinstance(word, str)
        )
