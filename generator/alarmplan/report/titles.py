"""Keys and words of ours as a reader calls them, each with what has to be written: `Ursache (cause)`."""

from __future__ import annotations

import re

from alarmplan import schemas
from alarmplan.model.finding import Finding
from alarmplan.model.kinds import KINDS
from alarmplan.rules import RULES


def with_titles(finding: Finding, keys: str, language: str, form: str) -> str:
    """Keys of the thing that is marked, or of what is around it."""
    return ", ".join(named(key, _title(finding, key, language), form) for key in keys.split(", "))


def named(key: str, word: str, form: str) -> str:
    """Where the word is no other than the key, or there is none, the key alone."""
    same = word.lower() in ("", key.lower().replace("_", " ").replace("-", " "))
    return key if same else form.format(word=word, key=key)


def explained(finding: Finding, kind: str, language: str, form: str) -> str:
    """What the schema of `kind` says of the value that is marked, or of the key that is missing."""
    key = finding.params.get("key")
    schema = schemas.subschema(kind, (*finding.place.route, *([str(key)] if key else [])))
    said = re.sub("`([^`]+)`", lambda word: form.format(word=word[1]), schemas.description(schema, language))
    return said.removesuffix(".")


def _title(finding: Finding, key: str, language: str) -> str:
    about = RULES[finding.rule].about
    kind = next((kind for kind, document in KINDS.items() if document is about), next(iter(KINDS)))
    route = finding.place.route
    for end in range(len(route), -1, -1):
        properties = schemas.subschema(kind, route[:end]).get("properties", {})
        if key in properties:
            return schemas.title(schemas.deref(properties[key]), language)
    return ""
