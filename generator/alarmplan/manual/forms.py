"""What may stand for a property, in words instead of the keywords of a schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from alarmplan.model.kinds import KINDS
from alarmplan.model.manual import Form
from alarmplan.schemas import Schema, deref, kind_schema, schemas, title

Words = Mapping[str, str]


def form(schema: Schema, language: str, words: Words) -> Form:
    """The form that `schema` asks for.

    Raises:
        KeyError: for a schema that nobody has found words for yet.
    """
    if "$ref" in schema:
        return _shared(schema["$ref"].rpartition("/")[2], language, words)
    if "const" in schema:
        return Form(words["constant"].format(value=schema["const"]))
    if "enum" in schema:
        return Form(_choice(schema["enum"], words))
    match schema["type"]:
        case "array":
            return _list(schema, language, words)
        case ["array", "string"] if schema["pattern"] == "^none$":
            return _reworded(_list(schema, language, words), words["or_words"], words="`none`")
        case "object" if "properties" in schema:
            return Form(words["object"])
        case "object":
            of = form(schema["additionalProperties"], language, words)
            return _reworded(of, words["each"], key=title(deref(schema["propertyNames"]), language))
        case "integer":
            return Form(_integer(schema, words))
        case plain:
            return Form(words[plain])


@cache
def declaring(thing: str) -> str:
    """The kind whose documents hold the things that references to `thing` name."""
    return thing if thing in KINDS else next(kind for kind in KINDS if _declares(kind_schema(kind), thing))


def _declares(part: object, thing: str) -> bool:
    if isinstance(part, Mapping):
        return part.get("x-declares") == thing or any(_declares(child, thing) for child in part.values())
    return False


def _shared(name: str, language: str, words: Words) -> Form:
    schema = schemas()["common.schema.json"]["$defs"][name]
    if thing := schema.get("x-refers-to"):
        target = schemas()["common.schema.json"]["$defs"][thing]
        reference = Form(words["reference"].format(title=title(target, language)), kind=declaring(thing))
        besides = schema.get("x-except")
        return _reworded(reference, words["or_words"], words=_choice(besides, words)) if besides else reference
    return Form(title(schema, language), definition=name)


def _list(schema: Schema, language: str, words: Words) -> Form:
    return _reworded(form(schema["items"], language, words), words["list"])


def _reworded(inner: Form, phrase: str, **values: str) -> Form:
    return Form(phrase.format(form=inner.text, **values), inner.definition, inner.kind)


def _choice(values: Sequence[str], words: Words) -> str:
    *others, last = (f"`{value}`" for value in values)
    return words["or"].join([", ".join(others), last]) if others else last


def _integer(schema: Schema, words: Words) -> str:
    least, most = schema.get("minimum"), schema.get("maximum")
    if most is not None:
        return words["integer_between"].format(least=least, most=most)
    return words["integer"] if least is None else words["integer_from"].format(least=least)
