"""The manual for a terminal: what a rule or a kind is, in lines of at most 80 columns; only code may be longer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from alarmplan.model.manual import Example, ExampleFile, Family, KindManual, Manual, Property, RuleManual

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Line:
    """`role` is what the line is, for those who show it in colours."""

    text: str = ""
    role: Literal["plain", "heading", "guilty", "code"] = "plain"


def explain(manual: Manual, name: str, *, every_example: bool = False) -> tuple[Line, ...]:
    """What has this id or title: a kind, a rule, a family of rules; nothing where there is none.

    Of a rule one bad and one good example are shown, unless `every_example` is wanted.
    """
    wanted = name.casefold()
    parts = [
        *(_kind(manual, kind) for kind in manual.kinds if wanted in (kind.kind, kind.title.casefold())),
        *(_rule(manual, rule, every_example) for rule in manual.rules if wanted == rule.id),
        *(_family(family) for family in manual.families if wanted in (family.id, family.title.casefold())),
    ]
    return tuple(_apart(parts))


def overview(manual: Manual) -> tuple[Line, ...]:
    """All rules by family and all kinds, one entry each."""
    kinds = _entries((kind.kind, kind.title) for kind in sorted(manual.kinds, key=lambda kind: kind.kind))
    parts = [[Line(manual.labels["kinds"], "heading"), *kinds], *map(_family, manual.families)]
    return tuple(_apart(parts))


def names(manual: Manual) -> set[str]:
    """The ids of everything that can be explained."""
    kinds = {kind.kind for kind in manual.kinds}
    return kinds | {rule.id for rule in manual.rules} | {family.id for family in manual.families}


def _apart(parts: Iterable[Iterable[Line]]) -> Iterator[Line]:
    for number, part in enumerate(parts):
        yield from [Line()] if number else []
        yield from part


def _family(family: Family) -> Iterator[Line]:
    yield Line(f"{family.title} ({family.id})", "heading")
    yield from _text(family.description)
    yield from _entries((rule.id, rule.message) for rule in family.rules)


def _entries(entries: Iterable[tuple[str, str]]) -> Iterator[Line]:
    listed = list(entries)
    width = max(len(name) for name, _ in listed) + 4
    for name, text in listed:
        yield from _text(text, first=f"  {name}".ljust(width), indent=" " * width)


def _text(text: str, first: str = "", indent: str = "") -> Iterator[Line]:
    wrapped = textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from map(Line, wrapped)


def _code(text: str, indent: str) -> Iterator[Line]:
    yield from (Line(f"{indent}{line}".rstrip(), "code") for line in text.splitlines())


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    yield Line()
    yield Line(title, "heading")
    yield from lines


# Rules


def _rule(manual: Manual, rule: RuleManual, every_example: bool) -> Iterator[Line]:
    labels = manual.labels
    yield Line(f"{labels['rule']} {rule.id}", "heading")
    facts = [
        (labels["message"], rule.message),
        *((labels["hint"], hint) for hint in rule.hints),
        (labels["severity"], labels[f"severity_{rule.severity}"]),
        (labels["change"], manual.change(rule)),
    ]
    yield from _entries(facts)
    yield from _section(labels["why"], _text(rule.why))
    yield from _section(labels["remedy"], _text(rule.remedy))
    if rule.examples:
        yield from _section(labels["examples"], _examples(manual, rule, every_example))


def _examples(manual: Manual, rule: RuleManual, every_example: bool) -> Iterator[Line]:
    labels = manual.labels
    shown = rule.examples if every_example else _one_of_each(rule.examples)
    yield from _text(f"{labels['base']} {labels['guilty'].format(mark='>')}")
    if rule.escaped:
        yield from _text(labels["escaped"])
    for example in shown:
        yield from _example(manual, example)
    if hidden := len(rule.examples) - len(shown):
        yield Line()
        yield from _text(labels["hidden"].format(count=hidden))
        yield Line(f"  alarmplan explain {rule.id} --all", "code")


def _one_of_each(examples: Iterable[Example]) -> list[Example]:
    first: dict[str, Example] = {}
    for example in examples:
        first.setdefault(example.verdict, example)
    return list(first.values())


def _example(manual: Manual, example: Example) -> Iterator[Line]:
    yield Line()
    yield from _text(f"{manual.labels[example.verdict]}: {example.title}")
    for file in example.files:
        yield from _file(file)


def _file(file: ExampleFile) -> Iterator[Line]:
    yield Line(f"  # {file.path}", "code")
    for number, line in enumerate(file.text.splitlines(), 1):
        guilty = number in file.guilty
        yield Line(f"{'> ' if guilty else '  '}{line}".rstrip(), "guilty" if guilty else "code")


# Kinds


def _kind(manual: Manual, kind: KindManual) -> Iterator[Line]:
    labels = manual.labels
    yield Line(f"{labels['kind']} {kind.kind}: {kind.title}", "heading")
    yield from _text(kind.description)
    yield from _section(labels["sample"], _file(kind.sample))
    for title, properties in (("properties", kind.properties), ("shared", kind.shared)):
        yield from _section(labels[title], _properties(manual, properties, ""))
    used = {name for property in (*kind.properties, *kind.shared) for name in _definitions(property)}
    forms = [(each.title, each.description) for each in manual.definitions if each.id in used]
    yield from _section(labels["definitions"], _entries(forms))


def _properties(manual: Manual, properties: Iterable[Property], indent: str) -> Iterator[Line]:
    inner = f"{indent}    "
    for number, property in enumerate(properties):
        yield from [Line()] if number or indent else []
        yield from _text(f"{property.key}: {property.title}", indent, inner)
        yield from _text(property.description, inner, inner)
        for fact in _facts(manual, property):
            yield from _text(fact, inner, inner)
        for example in property.examples:
            yield from _code(example, f"{inner}> ")
        yield from _properties(manual, property.properties, inner)


def _facts(manual: Manual, property: Property) -> Iterator[str]:
    labels = manual.labels
    needed = labels["required" if property.required else "optional"]
    seen = f" ({property.form.kind})" if property.form.kind else ""
    yield f"{needed}; {labels['form']}: {property.form.text}{seen}"
    if property.default is not None:
        yield f"{labels['default']}: {property.default}"
    if property.together:
        yield f"{labels['together']}: {', '.join(property.together)}"


def _definitions(property: Property) -> Iterator[str]:
    if property.form.definition:
        yield property.form.definition
    for inside in property.properties:
        yield from _definitions(inside)
