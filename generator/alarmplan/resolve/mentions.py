"""What a document declares and refers to, found by the annotations of its schema.

`x-declares` marks an id, `x-refers-to` a reference, `x-text` authored text, `x-value: duration` a duration,
`x-elapsed` one that has passed since the report.
`x-within` names the key whose value is the document in which the id is unique: `id` is the id of this
document, any other key stands beside the reference or further out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import Any, Literal

from alarmplan.corrections import an_id, duration, is_id
from alarmplan.model.duration import Duration
from alarmplan.model.finding import Finding
from alarmplan.model.inline import doubtful_links, links
from alarmplan.model.kinds import KINDS
from alarmplan.model.passage import Passage
from alarmplan.model.place import Place, Route
from alarmplan.model.playbook import Key, Reference
from alarmplan.model.source import LoadedDocument
from alarmplan.resolve.links import explain_link
from alarmplan.schemas import Schema, deref, kind_schema, likely_kind

_LONG = 100  # characters; no id is longer


@dataclass(slots=True)
class Mentions:
    """What one document says of others.

    `translations` holds, for text that differs by language, the languages that are present. `nearly` holds ids
    that were probably meant where none stands, or none in the right form; `nameless` one key for each of these,
    with an id guessed from the path for a document, and without for an entry. `strange` are keys that lead to
    nothing we follow, `hidden` the ids under them.
    """

    declarations: list[tuple[Key, Place]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    translations: list[tuple[Place, frozenset[str]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    nearly: list[Key] = field(default_factory=list)
    nameless: list[Key] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    strange: set[str] = field(default_factory=set)


def guess_kind(document: LoadedDocument) -> str | None:
    """The kind that a document has, or was meant to have."""
    kind = document.kind or ""
    return kind if kind in KINDS else likely_kind(kind, document.data.keys())


def ids_within(value: Any) -> Iterator[str]:
    """What looks like an id in a document of which nobody can tell what it is."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for part in value.values():
            yield from ids_within(part)
    elif isinstance(value, list):
        for part in value:
            yield from ids_within(part)


def collect(document: LoadedDocument, kind: str) -> Mentions:
    """For a document of a known kind; what does not have the shape of its schema is passed over."""
    mentions = Mentions()
    walk = _Walk(document, Key(kind, str(document.data.get("id"))), mentions)
    walk.visit(_plan(kind), document.data, ())
    return mentions


@dataclass(frozen=True, slots=True)
class _Plan:
    """The annotated part of a schema; everything that cannot matter is left out."""

    declares: str | None = None
    refers_to: str | None = None
    within: str | None = None
    besides: tuple[str, ...] = ()
    text: Literal["label", "message", "prose"] | None = None
    duration: bool = False
    elapsed: bool = False
    properties: Mapping[str, _Plan] = field(default_factory=dict)
    names: _Plan | None = None
    others: _Plan | None = None
    items: _Plan | None = None

    def __bool__(self) -> bool:
        return bool(
            self.declares or self.refers_to or self.text or self.duration
            or self.properties or self.names or self.others or self.items
        )  # fmt: skip


@cache
def _plan(kind: str) -> _Plan:
    return _compile(kind_schema(kind))


def _compile(schema: Schema) -> _Plan:
    schema = deref(schema)
    text = schema.get("x-text")
    properties = {} if text else {name: _compile(part) for name, part in schema.get("properties", {}).items()}
    return _Plan(
        declares=schema.get("x-declares"),
        refers_to=schema.get("x-refers-to"),
        within=schema.get("x-within"),
        besides=tuple(schema.get("x-except", ())),
        text=text,
        duration=schema.get("x-value") == "duration",
        elapsed=schema.get("x-elapsed", False),
        properties={name: plan for name, plan in properties.items() if plan},
        names=_some(schema.get("propertyNames")),
        others=_some(schema.get("additionalProperties")),
        items=_some(schema.get("items")),
    )


def _some(schema: Any) -> _Plan | None:
    plan = _compile(schema) if isinstance(schema, Mapping) else None
    return plan or None


class _Walk:
    def __init__(self, document: LoadedDocument, source: Key, mentions: Mentions) -> None:
        self.path = document.path
        self.root = document.data
        self.source = source
        self.mentions = mentions
        self.around: list[Mapping[str, Any]] = []

    def visit(self, plan: _Plan, value: Any, route: Route) -> None:
        if plan.text:
            self.text(plan.text, value, route)
        elif isinstance(value, dict) and plan.items and not plan.names:
            self.no_list(plan.items, value, route)
        elif isinstance(value, dict):
            self.mapping(plan, value, route)
        elif isinstance(value, list):
            if plan.items:
                for index, item in enumerate(value):
                    self.visit(plan.items, item, (*route, index))
        elif isinstance(value, str) and "id" in (plan.items or plan).properties:
            self.mentions.hidden.add(value)  # an entry of which only the id is written
        elif isinstance(value, str):
            self.word(plan, value, route, at_key=False)

    def mapping(self, plan: _Plan, value: dict[str, Any], route: Route) -> None:
        identity = plan.properties.get("id")
        if identity and identity.declares and not is_id(value.get("id")):
            self.nobody(identity, value, route)
        self.around.append(value)
        for key, child in value.items():
            step = (*route, key)
            if plan.names:
                self.word(plan.names, key, step, at_key=True)
            child_plan = plan.properties.get(key, plan.others)
            if child_plan:
                self.visit(child_plan, child, step)
            else:
                self.mentions.hidden.update(ids_within({"id": key, **child} if isinstance(child, dict) else child))
                self.mentions.strange.add(key)
        self.around.pop()

    def no_list(self, item: _Plan, value: dict[str, Any], route: Route) -> None:
        """A mapping in place of a list: a single item without its dash, or items by name."""
        parts = [(key, part) for key, part in value.items() if isinstance(part, dict)]
        if len(parts) < len(value) or item.text:
            self.visit(item, value, route)
            return
        for key, part in parts:
            self.visit(item, {"id": key, **part}, (*route, key))

    def nobody(self, plan: _Plan, value: dict[str, Any], route: Route) -> None:
        """Something without a usable id: what stands for it, in another form or under another key."""
        kind, scope = self.kind(plan), self.scope(plan)
        words = (
            [str(value["id"])]
            if value.get("id") is not None
            else [word for word in value.values() if isinstance(word, str)]
        )
        self.mentions.nearly += [Key(kind, an_id(word[:_LONG]), scope) for word in words]
        if value.get("id") is None:
            self.mentions.nameless.append(Key(kind, "" if route else PurePosixPath(self.path).stem, scope))

    def kind(self, plan: _Plan) -> str:
        return self.source.kind if plan.declares == "." else str(plan.declares)

    def word(self, plan: _Plan, value: str, route: Route, at_key: bool) -> None:
        if plan.declares:
            key = Key(self.kind(plan), value, self.scope(plan))
            self.mentions.declarations.append((key, Place(self.path, route, at_key)))
        elif plan.refers_to and value not in plan.besides:
            if plan.within and not self.scope(plan):
                return  # the key that would say within what is missing, which is one mistake, found already
            key = Key(plan.refers_to, value, self.scope(plan))
            place = Place(self.path, route, at_key)
            self.mentions.references.append(Reference(self.source, place, key, plan.besides))
        elif plan.duration and value.strip() and not Duration.parse(value).known:
            params: dict[str, str | int] = {"value": value[:60], "suggestion": duration(value)}
            params |= {"elapsed": 1} if plan.elapsed else {}
            self.mentions.findings.append(Finding("duration-vague", Place(self.path, route), params))

    def scope(self, plan: _Plan) -> str:
        if not plan.within:
            return ""
        if plan.within == "id":
            return str(self.root.get("id", ""))
        return next((str(part[plan.within]) for part in reversed(self.around) if plan.within in part), "")

    def text(self, form: Literal["label", "message", "prose"], value: Any, route: Route) -> None:
        self.mentions.passages.append(Passage(Place(self.path, route), form, value))
        if isinstance(value, dict):
            self.mentions.translations.append((Place(self.path, route, at_key=True), frozenset(value)))
        if form == "prose":
            for at, text in _texts(value, route):
                for target in links(text):
                    key = Key(target.kind, target.id, target.scope or "")
                    place = Place(self.path, at, words=str(target))
                    self.mentions.references.append(Reference(self.source, place, key))
                for doubtful in doubtful_links(text):
                    place = Place(self.path, at, words=doubtful)
                    self.mentions.findings.append(explain_link(doubtful, place))


def _texts(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, dict):
        for language, text in value.items():
            if isinstance(text, str):
                yield (*route, language), text
